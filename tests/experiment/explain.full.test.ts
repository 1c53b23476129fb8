// Every stage that may bind: see SELDOM in explain.test.ts.
import './explain.test.ts';
