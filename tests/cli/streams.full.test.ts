// Every stream whose reader may go away: see HALF in streams.test.ts.
import './streams.test.ts';
