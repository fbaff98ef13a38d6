import { html } from 'lit';
import { isWrite, RWBS } from '../fold/kinds.ts';
import type { Request } from '../fold/state.ts';
import type { View } from '../playground/view.ts';
import { base } from '../styles/base.ts';
import { blocks } from '../styles/blocks.ts';
import { strings } from '../strings.ts';
import { cfqQueues } from './cfq.ts';
import { define, ViewElement } from './element.ts';
import { elevatorStyle } from './elevatorstyle.ts';
import { domains, priorities, softwareQueue } from './mqlists.ts';
import { remembered } from './remembered.ts';
import { byHalf, inOrder, section } from './requestrows.ts';

const m = strings.machine;
const c = strings.schedulers;

/** The inside of the elevator as that elevator sees it. */
export class BlkElevator extends ViewElement {
  static override styles = [base, blocks, elevatorStyle];

  override render() {
    const { view } = this;
    if (!view) return html``;
    return html`<h3><span>${m.elevator} <b>${view.machine.elevator}</b></span><span>${remembered(view)}</span></h3>
      <div class="lists">${inside(view)}</div>`;
  }
}

function inside(view: View): unknown {
  const waiting = view.state.at('elevator');
  switch (view.machine.elevator) {
    case 'mq-deadline':
      return priorities(view);
    case 'deadline':
      return byHalf(view, [m.reads, m.writes], waiting, (rq) => isWrite(rq.rwbs));
    case 'as':
      return byHalf(view, [c.syncList, c.asyncList], waiting, (rq) => !isSync(rq));
    case 'kyber':
      return domains(view);
    case 'none':
      return softwareQueue(view);
    case 'cfq':
      return cfqQueues(view);
    default:
      return section(m.inOrder, '', inOrder(view, waiting));
  }
}

/** As rq_is_sync() has it: a read, or a write with the sync bit. */
function isSync(rq: Request): boolean {
  return !isWrite(rq.rwbs) || (rq.rwbs & RWBS.Sync) !== 0;
}

define('blk-elevator', BlkElevator);
