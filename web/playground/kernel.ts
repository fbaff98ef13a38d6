import type { Tools } from '../engine/tools.ts';
import { fill, said, strings } from '../strings.ts';
import { lossesText } from '../words/losses.ts';
import { messageOf, type Session } from './session.ts';

/**
 * Puts the session's scenario on another kernel, and says what does not go along.
 * A text that was changed meanwhile stays as it is.
 */
export async function moveToKernel(session: Session, tools: Pick<Tools, 'retarget'>, kernel: string): Promise<void> {
  const before = session.text;
  try {
    const { text, losses } = await tools.retarget(before, [{ name: 'kernel', value: kernel }]);
    if (session.text !== before) return;
    session.change(text);
    if (losses.length > 0 && session.errors.length === 0) {
      session.notice = () => ({ kind: 'info', title: fill(strings.moved, { kernel }), text: lossesText(losses, kernel) });
    }
  } catch (e) {
    session.notice = () => ({ kind: 'error', title: fill(strings.notMoved, { kernel }), text: said(messageOf(e)) });
  }
  session.changed();
}
