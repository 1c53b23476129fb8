// The same in hundreds of random operations: see TIMES in determinism.test.ts.
import './determinism.test.ts';
