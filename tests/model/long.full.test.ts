// Forks and what binds in hundreds of random operations: see their numRuns.
import './branch.test.ts';
import './charges.test.ts';
