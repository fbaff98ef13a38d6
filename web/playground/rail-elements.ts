// The rail beside the stage: what to fire, what to tune, what the signs mean.
import '../elements/fire.ts';
import '../elements/legend.ts';
import '../elements/tune.ts';
