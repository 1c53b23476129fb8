/** Arithmetic on file names, without a file system; `/` separates, and `\` is taken for it. */

const segmentsOf = (path: string): readonly string[] => {
  const kept: string[] = [];
  for (const segment of path.replaceAll('\\', '/').split('/')) {
    if (segment === '.' || (segment === '' && kept.length > 0)) continue;
    if (segment === '..' && kept.length > 0 && kept.at(-1) !== '..' && kept.at(-1) !== '') kept.pop();
    else kept.push(segment);
  }
  return kept;
};

/** Whether a path begins at a root instead of a folder: `/x`, `C:\x`. */
export const isAbsolute = (path: string): boolean => /^(?:[/\\]|[A-Za-z]:)/.test(path);

/**
 * The folder of a file, empty for the present one.
 *
 * @example
 * folderOf('scenarios/kabul.yaml') // => 'scenarios'
 */
export const folderOf = (file: string): string => segmentsOf(file).slice(0, -1).join('/');

/**
 * A path relative to a folder.
 *
 * @example
 * resolvePath('scenarios/lessons', '../base.yaml') // => 'scenarios/base.yaml'
 */
export const resolvePath = (folder: string, path: string): string =>
  segmentsOf(folder === '' ? path : `${folder}/${path}`).join('/');

/**
 * Whether a file lies in a folder or below it.
 *
 * @example
 * isInside('scenarios', 'scenarios/lessons/1.yaml') // => true
 * isInside('scenarios', 'package.json') // => false
 */
export const isInside = (folder: string, file: string): boolean => {
  const above = folder === '' ? [] : segmentsOf(folder);
  const parts = segmentsOf(file);
  if (above.some((segment, index) => parts[index] !== segment)) return false;
  return !parts.slice(above.length).includes('..') && (above.length > 0 || parts[0] !== '');
};

/** The last part of a path, without the ending that names its format. */
export const baseName = (file: string): string => (segmentsOf(file).at(-1) ?? file).replace(/\.ya?ml$/i, '');
