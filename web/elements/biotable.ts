import { html } from 'lit';
import { taskName, type View } from '../playground/view.ts';
import { ms, strings } from '../strings.ts';

const t = strings.timeline;
const rowsMost = 500;

/** The bios as a table, for whoever does not see the picture. */
export function bioTable(view: View) {
  const cell = (time: number): string => (time < 0 ? '–' : ms(time));
  return html`<table>
    <thead>
      <tr>${t.columns.map((c) => html`<th scope="col">${c}</th>`)}</tr>
    </thead>
    <tbody>
      ${view.index.bios.slice(0, rowsMost).map(
        (b) => html`<tr>
          <td>${b.id}</td><td>${b.task} ${taskName(view, b.task)}</td><td>${b.sector} + ${b.sectors}</td><td>${cell(b.queued)}</td><td>${cell(b.issued)}</td><td>${cell(b.completed)}</td><td>${b.issued < 0 ? '–' : ms(b.issued - b.queued)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}
