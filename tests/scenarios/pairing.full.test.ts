// Every variant: see VARIANTS in pairing.test.ts.
import './pairing.test.ts';
