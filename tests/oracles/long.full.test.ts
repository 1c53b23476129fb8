// The random oracles again, three times longer, which narrows the intervals: see LENGTH in support.ts.
import './closed.test.ts';
import './line.test.ts';
import './loss.test.ts';
import './multi-server.test.ts';
import './single-server.test.ts';
