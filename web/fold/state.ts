/** Where a request is. */
export type Place = 'new' | 'task plug' | 'software queue' | 'elevator' | 'hardware queue' | 'dispatch' | 'device' | 'done';

export type Activity = 'not started' | 'ready' | 'running' | 'computing' | 'sleeping' | 'waiting' | 'exited';

/** What states share until one of them changes it: it belongs to the state of that epoch. */
interface Shared {
  epoch: number;
}

export interface Bio extends Shared {
  readonly id: number;
  readonly task: number;
  readonly sector: number;
  readonly sectors: number;
  readonly rwbs: number;
  req: number; // -1 until it has a request
}

export interface Request extends Shared {
  readonly ioprio: number; // its task's when it was born: class << 13 | level; 0: what the scenario gave the task
  readonly id: number;
  readonly rwbs: number;
  readonly task: number;
  sector: number;
  sectors: number;
  bios: readonly number[]; // in sector order; replaced, never changed: whoever keeps it keeps what was
  place: Place;
  insertedAt: number; // number of the record that inserted it, -1 before
  fifoEnd: number; // ns; 0: the elevator keeps no deadline
  slot: number; // -1 outside the device
  issuedAt: number; // ns
  serviceEnd: number; // ns
  closed: boolean; // REQ_NOMERGE
}

export interface TaskState extends Shared {
  readonly id: number;
  activity: Activity;
  cause: number; // why it sleeps or waits
  until: number; // ns; 0: until woken
  bio: number; // the bio it waits for, -1
  open: number[]; // its bios that are not complete
  ioprio: number; // class << 13 | data
  contextRefs: number; // 0: no io_context yet
  plug: number[] | null; // its own plug (4.4, 6.18): requests held back
}

/** A queue's plug: 2.6.24. */
export interface QueuePlug {
  on: boolean;
  since: number; // ns
  fires: number; // ns; 0: the timer is not armed
  workQueued: boolean; // the timer fired, kblockd has yet to unplug
}

/** A variable of the elevator, as its ElevatorState records give it. */
export interface ElevatorValue {
  readonly a: number;
  readonly b: number;
  readonly req: number;
  readonly task: number; // the one that was running
  readonly at: number; // number of the record
}

/** An io_context's counters; -1 where the kernel has none such. */
export interface IOContext {
  readonly refs: number; // refcount
  readonly tasks: number; // nr_tasks
  readonly users: number; // active_ref
  readonly icqs: number;
}

/** Tags in use: 6.18. */
export interface Tags {
  readonly driver: number;
  readonly scheduler: number;
  readonly waiters: number;
}

/** A task waits for ever: for a bio, or (-1) for any request, in a sleeping task's plug. */
export interface WaitForPlug {
  readonly waiter: number;
  readonly holder: number;
  readonly bio: number;
  readonly held: number; // requests in that plug
}

let epochs = 0;

/**
 * What the machine looks like between two records. A clone shares requests, bios
 * and tasks with its original; whichever changes one first takes a copy, by
 * {@link request}, {@link bio} or {@link task}. So a clone costs little even
 * with ten thousand requests in flight.
 */
export class MachineState {
  #epoch = ++epochs;
  kept = false; // a checkpoint: not to be changed
  applied = 0; // records folded in
  time = 0; // ns, of the last of them
  tasks = new Map<number, TaskState>();
  bios = new Map<number, Bio>(); // open ones
  requests = new Map<number, Request>(); // allocated ones
  dispatch: number[] = [];
  slots: number[] = []; // request by slot, -1 idle
  plug: QueuePlug = { on: false, since: 0, fires: 0, workQueued: false };
  allocated = 0; // requests
  inService = 0;
  head = 0; // sector behind the last one issued
  settings = new Map<number, number>(); // by index of the tunable
  elevatorValues = new Map<number, ElevatorValue>(); // by the elevator's own number
  elevatorLists = new Map<number, Map<number, ElevatorValue>>(); // by that number, then by A: the last of each
  elevatorOf = new Map<number, Map<number, number>>(); // by that number, then by request: its A
  chosen: { readonly at: number; readonly cause: number } | null = null; // the elevator's last choice
  timers = new Map<number, number>(); // armed ones, but the queue's own: ns at which they fire
  softQueue: number[] = []; // requests, 6.18
  hardQueue: number[] = [];
  restart = false; // 6.18: the end of a request has the hardware queue run (BLK_MQ_S_SCHED_RESTART)
  tags: Tags = { driver: 0, scheduler: 0, waiters: 0 };
  contexts = new Map<number, IOContext>();
  contextOf = new Map<number, number>(); // io_context by task
  waitsFor: readonly WaitForPlug[] = []; // the deadlock's edges, once the run is over
  elevator = -1; // index of the elevator switched to, -1: the scenario's
  end = 0; // cause of the end, 0 while it goes on

  clone(): MachineState {
    const c = new MachineState();
    this.#epoch = ++epochs; // what was this state's alone is shared now
    Object.assign(c, this);
    c.kept = false;
    c.tasks = new Map(this.tasks);
    c.bios = new Map(this.bios);
    c.requests = new Map(this.requests);
    c.dispatch = this.dispatch.slice();
    c.slots = this.slots.slice();
    c.softQueue = this.softQueue.slice();
    c.hardQueue = this.hardQueue.slice();
    c.plug = { ...this.plug };
    c.settings = new Map(this.settings);
    c.elevatorValues = new Map(this.elevatorValues);
    c.elevatorLists = copyMaps(this.elevatorLists);
    c.elevatorOf = copyMaps(this.elevatorOf);
    c.timers = new Map(this.timers);
    c.contexts = new Map(this.contexts);
    c.contextOf = new Map(this.contextOf);
    return c;
  }

  /** Requests allocated and not at the device: what unplug_thresh is compared with. */
  get waiting(): number {
    return this.allocated - this.inService;
  }

  /** A request, to be changed; undefined if there is none of that number. */
  request(id: number): Request | undefined {
    const rq = this.requests.get(id);
    if (!rq || rq.epoch === this.#epoch) return rq;
    const own = { ...rq, epoch: this.#epoch };
    this.requests.set(id, own);
    return own;
  }

  /** A bio, to be changed. */
  bio(id: number): Bio | undefined {
    const bio = this.bios.get(id);
    if (!bio || bio.epoch === this.#epoch) return bio;
    const own = { ...bio, epoch: this.#epoch };
    this.bios.set(id, own);
    return own;
  }

  /** A task, to be changed; it is made if this is the first to be heard of it. */
  task(id: number): TaskState {
    const t = this.tasks.get(id);
    if (t?.epoch === this.#epoch) return t;
    const own = t
      ? { ...t, open: t.open.slice(), plug: t.plug?.slice() ?? null, epoch: this.#epoch }
      : newTask(id, this.#epoch);
    this.tasks.set(id, own);
    return own;
  }

  addBio(bio: Omit<Bio, 'epoch'>): void {
    this.bios.set(bio.id, { ...bio, epoch: this.#epoch });
  }

  addRequest(rq: Omit<Request, 'epoch'>): void {
    this.requests.set(rq.id, { ...rq, epoch: this.#epoch });
  }

  /** Requests in one place, in order of number: all places are looked through once, however many ask. Good until the state moves on. */
  at(place: Place): readonly Request[] {
    if (this.#piled !== this.applied) {
      this.#piled = this.applied;
      this.#piles = {};
      for (const rq of this.requests.values()) (this.#piles[rq.place] ??= []).push(rq);
    }
    return this.#piles[place] ?? [];
  }
  #piles: Partial<Record<Place, Request[]>> = {};
  #piled = -1;
}

function copyMaps<V>(from: Map<number, Map<number, V>>): Map<number, Map<number, V>> {
  return new Map([...from].map(([k, m]) => [k, new Map(m)]));
}

export function newTask(id: number, epoch = 0): TaskState {
  return { id, activity: 'not started', cause: 0, until: 0, bio: -1, open: [], ioprio: 0, contextRefs: 0, plug: null, epoch };
}
