import type { MachineState, Place } from '../fold/state.ts';

const moversMost = 8; // a step that moves more is shown as it is

/** A request or bio that the picture shows. */
interface Spot {
  element: HTMLElement;
  box: DOMRect;
  place?: Place; // a request's
  bios?: readonly number[];
}

/**
 * Shows the one movement of a step made by hand: a request that goes from one
 * place to the next, a bio that docks, a request that is done. Only a change of
 * state moves; rows that close up do not. Under reduced motion what moved leaves
 * a dashed outline at its old place until the next step.
 */
export class Movement {
  #left: Element[] = []; // clones and outlines of the step before

  /** Layer takes clones of what lies in `picture`, at the same place on the screen. */
  constructor(readonly layer: () => ParentNode, readonly picture: () => Element | null) {}

  /** Does `step`, which changes the state, and shows what it moved. */
  show(state: () => MachineState, step: () => void): void {
    this.clear();
    const before = spotsOf(this.picture(), state());
    step();
    requestAnimationFrame(() => this.#animate(before, spotsOf(this.picture(), state())));
  }

  clear(): void {
    for (const element of this.#left) element.remove();
    this.#left = [];
  }

  #animate(before: Map<string, Spot>, after: Map<string, Spot>): void {
    const moves: (() => void)[] = [];
    for (const [key, now] of after) {
      if (!now.bios) continue;
      const was = before.get(key);
      if (was && was.place !== now.place) {
        moves.push(() => this.#move(now, was.box, '--blk-move'));
        continue;
      }
      const bio = after.get(`bio ${newest(now.bios)}`);
      if (bio && !was) moves.push(() => this.#move(now, bio.box, '--blk-move'));
      else if (bio && now.bios.length > (was?.bios?.length ?? 0)) moves.push(() => this.#dock(bio, now.box));
    }
    for (const [key, was] of before) {
      if (was.bios && !after.has(key)) moves.push(() => this.#fade(was));
    }
    if (moves.length <= moversMost) for (const move of moves) move();
  }

  /** What arrived comes from `from`; the thing itself shows when its clone has arrived. */
  #move(to: Spot, from: DOMRect, span: string): void {
    const duration = durationOf(to.element, span);
    if (duration === 0) {
      this.#outline(from);
      return;
    }
    const clone = this.#clone(to.element, to.box);
    const shift = `translate(${from.x - to.box.x}px, ${from.y - to.box.y}px)`;
    to.element.animate([{ opacity: 0 }, { opacity: 0 }], { duration });
    this.#play(clone, [{ transform: shift }, { transform: 'none' }], duration);
  }

  /** A bio goes to the end of the request that it joined. */
  #dock(bio: Spot, request: DOMRect): void {
    const duration = durationOf(bio.element, '--blk-dock');
    if (duration === 0) return; // the ring of the request says it
    const clone = this.#clone(bio.element, bio.box);
    const shift = `translate(${request.right - bio.box.width - bio.box.x}px, ${request.y - bio.box.y}px)`;
    this.#play(clone, [{ transform: 'none' }, { transform: shift }], duration);
  }

  #fade(was: Spot): void {
    const duration = durationOf(was.element, '--blk-dock');
    if (duration === 0) return; // gone at once
    this.#play(this.#clone(was.element, was.box), [{ opacity: 1 }, { opacity: 0 }], duration);
  }

  #play(clone: HTMLElement, frames: Keyframe[], duration: number): void {
    const animation = clone.animate(frames, { duration, easing: 'cubic-bezier(.2,0,0,1)' });
    animation.onfinish = () => clone.remove();
  }

  #clone(element: HTMLElement, box: DOMRect): HTMLElement {
    const clone = element.cloneNode(true) as HTMLElement;
    for (const name of ['tabindex', 'role', 'aria-label', 'data-request', 'data-bio', 'title']) clone.removeAttribute(name);
    clone.setAttribute('aria-hidden', 'true');
    clone.classList.add('moving');
    return this.#put(clone, box);
  }

  #outline(box: DOMRect): void {
    const outline = document.createElement('span');
    outline.className = 'moving was-here';
    this.#put(outline, box);
  }

  #put(element: HTMLElement, box: DOMRect): HTMLElement {
    element.style.left = `${box.x}px`;
    element.style.top = `${box.y}px`;
    element.style.width = `${box.width}px`;
    element.style.height = `${box.height}px`;
    this.layer().append(element);
    this.#left.push(element);
    return element;
  }
}

function newest(bios: readonly number[]): number {
  return bios.reduce((a, b) => Math.max(a, b), -1);
}

function durationOf(element: Element, token: string): number {
  return parseFloat(getComputedStyle(element).getPropertyValue(token)) || 0;
}

/** Every request and bio that the picture shows, through shadow roots: of ten thousand requests some dozens. */
function spotsOf(root: Element | null, state: MachineState): Map<string, Spot> {
  const spots = new Map<string, Spot>();
  const look = (node: ParentNode): void => {
    for (const element of node.querySelectorAll<HTMLElement>('*')) {
      const request = element.getAttribute('data-request');
      const bio = element.getAttribute('data-bio');
      if (request !== null) {
        const { place, bios = [] } = state.requests.get(Number(request)) ?? {};
        spots.set(`request ${request}`, { element, box: element.getBoundingClientRect(), place, bios });
      } else if (bio !== null) {
        spots.set(`bio ${bio}`, { element, box: element.getBoundingClientRect() });
      }
      if (element.shadowRoot) look(element.shadowRoot);
    }
  };
  if (root?.shadowRoot) look(root.shadowRoot);
  return spots;
}
