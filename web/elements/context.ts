import { html } from 'lit';
import { sharersOf } from '../fold/contexts.ts';
import type { TaskState } from '../fold/state.ts';
import { taskName, type View } from '../playground/view.ts';
import { fill, plural, strings } from '../strings.ts';

const c = strings.context;

/** A task's io_context: its counters as the kernel has them, and who shares it. */
export function contextChip(view: View, task: TaskState) {
  const id = view.state.contextOf.get(task.id);
  const ioc = id === undefined ? undefined : view.state.contexts.get(id);
  if (id === undefined || !ioc) return html`<span class="chip" title="io_context">${c.ioc} <b>${task.contextRefs > 0 && task.activity === 'exited' ? c.gone : c.none}</b></span>`;
  const others = sharersOf(view.state, id, task.id);
  const names = others.map((other) => taskName(view, other)).join(strings.grammar.comma);
  const counters = ioc.tasks > 0 ? `${ioc.refs}/${ioc.tasks}/${ioc.users}` : fill(c.ref, { n: ioc.refs });
  const text = ioc.tasks > 0 ? fill(c.counters, { id, refs: ioc.refs, tasks: ioc.tasks, users: ioc.users, icqs: plural(ioc.icqs, 'icq') }) : `io_context ${id}`;
  return html`<span class="chip" title=${others.length > 0 ? `${text} ${fill(c.shared, { tasks: names })}` : text}>
    ${c.ioc} <b>${counters}</b>${others.length > 0 ? ` = ${others.join(', ')}` : ''}
  </span>`;
}
