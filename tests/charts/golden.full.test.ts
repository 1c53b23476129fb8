// Every way of being wrong for every picture: see MUTATIONS in golden.test.ts.
import './golden.test.ts';
