import { access } from './access.js';
import { author } from './author.js';
import { beside } from './beside.js';
import { compare } from './compare.js';
import { docs } from './docs.js';
import { element } from './element.js';
import { exercise } from './exercise.js';
import { files } from './files.js';
import { gallery } from './gallery.js';
import { grade } from './grade.js';
import { labs } from './labs.js';
import { find } from './find.js';
import { language } from './language.js';
import { live } from './live.js';
import { load } from './load.js';
import { offline } from './offline.js';
import { phone } from './phone.js';
import { plugging } from './plugging.js';
import { share } from './share.js';
import { silence } from './silence.js';
import { steps } from './steps.js';
import { teachers } from './teachers.js';
import { tour } from './tour.js';
import { trace } from './trace.js';
import { verify } from './verify.js';
import { why } from './why.js';

/**
 * What a reader does and must see, by title; each is told in every browser.
 * @type {Record<string, (page: import('../browser/page.js').Page) => Promise<void>>}
 */
export const stories = {
  ...load,
  ...plugging,
  ...steps,
  ...live,
  ...files,
  ...beside,
  ...compare,
  ...access,
  ...phone,
  ...find,
  ...trace,
  ...element,
  ...docs,
  ...offline,
  ...verify,
  ...why,
  ...tour,
  ...language,
  ...labs,
  ...grade,
  ...exercise,
  ...author,
  ...teachers,
  ...gallery,
  ...share,
  ...silence,
};
