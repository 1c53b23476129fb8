// History, too, and every key that is there in some cases only: see HISTORY in json.test.ts.
import './json.test.ts';
