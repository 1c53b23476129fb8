import { readFileSync } from 'node:fs';
import { checkScenario, loadScenario, formatProblems, ScenarioError } from './src/scenario/index.ts';
const f=process.argv[2]!;
const c=checkScenario(f,{read:(p)=>readFileSync(p,'utf8')});
console.log(formatProblems(new ScenarioError(c.problems,c.sources)));
try{const t=performance.now();const r=loadScenario(f,{read:(p)=>readFileSync(p,'utf8')});console.log(performance.now()-t,r.variants,r.ledger.length,r.ledger.filter(e=>e.grade==='none').map(e=>`${e.line} ${e.path} ${e.value}`));}catch(e){}
