import { common } from './causes/common.ts';
import { fair } from './causes/fair.ts';
import { kernels } from './causes/kernels.ts';

/** Each cause's sentence by the cause's name. */
export const causes: Record<string, string> = { ...common, ...kernels, ...fair };
