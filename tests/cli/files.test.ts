import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { airbridgeIn, folderWith } from '../support/cli.ts';
import { SMALL_SCENARIO } from '../support/scenario-text.ts';

const folder = folderWith({
  'good.yaml': SMALL_SCENARIO,
  'large.yaml': `# ${'x'.repeat(5_000_001)}`,
  'picture.yaml': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x00, 0x01]),
  'latin.yaml': new Uint8Array([...new TextEncoder().encode('title: Z'), 0xfc, 0x72]),
  'inside/linked.yaml': 'extends: link.yaml\n',
  'broken.jsonl': '{"at": "36 h", "do": "openGate", "gate": "south"}\nnot json\n',
});
mkdirSync(join(folder, 'folder.yaml'));
symlinkSync(join(folder, 'good.yaml'), join(folder, 'inside/link.yaml'));
symlinkSync('circle.yaml', join(folder, 'circle.yaml'));
execFileSync('mkfifo', [join(folder, 'pipe.yaml')]);

const UNFIT: [string, string, RegExp][] = [
  ['missing', 'none.yaml', /there is no such file|no such file/],
  ['below a file', 'good.yaml/x.yaml', /a part of (?:its|the) path is not a directory/],
  ['a folder', 'folder.yaml', /it is a directory/],
  ['larger than 5 MB', 'large.yaml', /larger than 5 MB/],
  ['a picture', 'picture.yaml', /it is not a text/],
  ['in another encoding', 'latin.yaml', /not a text in UTF-8/],
  ['a named pipe, which would wait for ever', 'pipe.yaml', /not an ordinary file/],
  ['a link to itself', 'circle.yaml', /links lead in a circle/],
];

test.each(['run', 'check'])(
  '%s on a mistyped name of a shipped scenario proposes the right one',
  async (command) => {
    const { code, out, err } = await airbridgeIn([command, 'kabul-48']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(
      /neither a file `kabul-48` here nor a scenario of that name; did you mean `kabul-48h`\?/,
    );
  },
);

describe.each(['run', 'check'])('%s on a file that is', (command) => {
  test.each(UNFIT)('%s says so with its name and exits 2', async (_, name, reason) => {
    const { code, out, err } = await airbridgeIn([command, join(folder, name)]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(name);
    expect(err).toMatch(reason);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

test.each(UNFIT)('a decisions file that is %s is refused too', async (_, name, reason) => {
  const { code, err } = await airbridgeIn([
    'run',
    join(folder, 'good.yaml'),
    '--actions',
    join(folder, name),
  ]);
  expect(code).toBe(2);
  expect(err).toMatch(/cannot read the actions/);
  expect(err).toMatch(reason);
});

test('every problem of a decisions file is shown with its line', async () => {
  const words = ['run', join(folder, 'good.yaml'), '--actions', join(folder, 'broken.jsonl')];
  const { code, err } = await airbridgeIn(words);
  expect(code).toBe(2);
  expect(err).toMatch(/broken\.jsonl:1:.*south/);
  expect(err).toMatch(/broken\.jsonl:2:/);
  expect(err).toMatch(/2 problems/);
});

test("a link out of the scenario's folder is not followed", async () => {
  const { code, err } = await airbridgeIn(['check', join(folder, 'inside/linked.yaml')]);
  expect(code).toBe(2);
  expect(err).toMatch(/a link leads out of the scenario's folder/);
});
