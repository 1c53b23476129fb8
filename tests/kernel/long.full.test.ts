// Ten times as many random lives.
import './units.test.ts';
