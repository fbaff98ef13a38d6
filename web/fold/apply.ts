import { Kind, TaskPlug, Timer } from './kinds.ts';
import type { RecordList } from './records.ts';
import type { MachineState, Request, TaskState } from './state.ts';

/** Folds record `i` into `s`. Records must come in order, each once. */
export function apply(s: MachineState, r: RecordList, i: number): void {
  s.applied = i + 1;
  s.time = r.time(i);
  handlers[r.kind(i)]?.(s, r, i);
}

type Handler = (s: MachineState, r: RecordList, i: number) => void;

const handlers: { [kind: number]: Handler } = {
  [Kind.Queue](s, r, i) {
    const id = r.bio(i);
    s.bios.set(id, { id, task: r.task(i), sector: r.sector(i), sectors: r.sectors(i), rwbs: r.rwbs(i), req: -1 });
    const t = s.task(r.task(i));
    t.open = [...t.open, id];
  },

  [Kind.GetRequest](s, r, i) {
    const id = r.req(i);
    s.requests.set(id, {
      id,
      rwbs: r.rwbs(i),
      task: s.bios.get(r.bio(i))?.task ?? r.task(i),
      sector: r.sector(i),
      sectors: r.sectors(i),
      bios: r.bio(i) < 0 ? [] : [r.bio(i)],
      place: 'new',
      insertedAt: -1,
      fifoEnd: 0,
      slot: -1,
      issuedAt: 0,
      serviceEnd: 0,
      closed: false,
    });
    setRequestOf(s, r.bio(i), id);
    s.allocated++;
  },

  [Kind.BackMerge](s, r, i) {
    const rq = s.requests.get(r.req(i));
    if (!rq || r.bio(i) < 0) return;
    rq.bios = [...rq.bios, r.bio(i)];
    rq.sectors += r.sectors(i);
    setRequestOf(s, r.bio(i), rq.id);
  },

  [Kind.FrontMerge](s, r, i) {
    const rq = s.requests.get(r.req(i));
    if (!rq || r.bio(i) < 0) return;
    rq.bios = [r.bio(i), ...rq.bios];
    rq.sector = r.sector(i);
    rq.sectors += r.sectors(i);
    setRequestOf(s, r.bio(i), rq.id);
  },

  [Kind.Join](s, r, i) {
    const rq = s.requests.get(r.req(i));
    const gone = s.requests.get(r.arg(i));
    if (!rq || !gone) return;
    rq.bios = gone.sector < rq.sector ? [...gone.bios, ...rq.bios] : [...rq.bios, ...gone.bios];
    rq.sector = r.sector(i);
    rq.sectors = r.sectors(i);
    if (gone.fifoEnd > 0 && gone.fifoEnd < rq.fifoEnd) rq.fifoEnd = gone.fifoEnd;
    for (const bio of gone.bios) setRequestOf(s, bio, rq.id);
    gone.bios = [];
    gone.place = 'done';
  },

  [Kind.Closed](s, r, i) {
    const rq = s.requests.get(r.req(i));
    if (rq) rq.closed = true;
  },

  [Kind.Insert](s, r, i) {
    const rq = s.requests.get(r.req(i));
    if (!rq) return;
    rq.place = 'elevator';
    rq.insertedAt = i;
    rq.fifoEnd = r.arg(i);
  },

  [Kind.Dispatch](s, r, i) {
    const rq = s.requests.get(r.req(i));
    if (!rq) return;
    rq.place = 'dispatch';
    const list = s.dispatch.filter((id) => id !== rq.id);
    list.splice(Math.min(r.sector(i), list.length), 0, rq.id);
    s.dispatch = list;
  },

  [Kind.Issue](s, r, i) {
    const rq = s.requests.get(r.req(i));
    if (!rq) return;
    if (rq.place !== 'device') s.inService++;
    rq.place = 'device';
    rq.slot = r.aux(i);
    rq.issuedAt = r.time(i);
    rq.serviceEnd = r.arg(i);
    s.dispatch = s.dispatch.filter((id) => id !== rq.id);
    s.head = r.sector(i) + r.sectors(i);
    setSlot(s, rq.slot, rq.id);
  },

  [Kind.Requeue](s, r, i) {
    const rq = s.requests.get(r.req(i));
    if (!rq) return;
    leaveDevice(s, rq);
    rq.place = 'dispatch';
    s.dispatch = [rq.id, ...s.dispatch];
  },

  [Kind.Complete](s, r, i) {
    const rq = s.requests.get(r.req(i));
    if (!rq) return;
    leaveDevice(s, rq);
    rq.place = 'done';
  },

  [Kind.BioEnd](s, r, i) {
    const bio = s.bios.get(r.bio(i));
    if (!bio) return;
    s.bios.delete(bio.id);
    const t = s.task(bio.task);
    t.open = t.open.filter((id) => id !== bio.id);
  },

  [Kind.RequestFree](s, r, i) {
    const rq = s.requests.get(r.req(i));
    if (rq) leaveDevice(s, rq);
    s.requests.delete(r.req(i));
    s.allocated = r.sector(i) + r.arg(i); // by direction, or async and sync
  },

  [Kind.Plug](s, r, i) {
    if (r.arg(i) === 0) return; // a task's own plug
    s.plug = { on: true, since: r.time(i), fires: r.arg(i), workQueued: false };
  },

  [Kind.PlugOff](s) {
    s.plug = { on: false, since: 0, fires: 0, workQueued: false };
  },

  [Kind.TimerArm](s, r, i) {
    if (r.aux(i) === Timer.Unplug) s.plug.fires = r.sector(i);
  },

  [Kind.TimerDel](s, r, i) {
    if (r.aux(i) === Timer.Unplug) s.plug.fires = 0;
  },

  [Kind.TimerFire](s, r, i) {
    if (r.aux(i) === Timer.Unplug) s.plug.fires = 0;
  },

  [Kind.WorkQueue](s, r, i) {
    if (r.aux(i) === Timer.UnplugWork) s.plug.workQueued = true;
  },

  [Kind.WorkRun](s, r, i) {
    if (r.aux(i) === Timer.UnplugWork) s.plug.workQueued = false;
  },

  [Kind.TaskRun](s, r, i) {
    setActivity(s.task(r.task(i)), 'running');
  },

  [Kind.TaskSleep](s, r, i) {
    const t = s.task(r.task(i));
    setActivity(t, r.sector(i) > 0 ? 'sleeping' : 'waiting');
    t.until = r.sector(i);
    t.cause = r.cause(i);
    t.bio = r.bio(i);
  },

  [Kind.TaskCompute](s, r, i) {
    const t = s.task(r.task(i));
    setActivity(t, 'computing');
    t.until = r.sector(i);
  },

  [Kind.TaskWake](s, r, i) {
    setActivity(s.task(r.task(i)), 'ready');
  },

  [Kind.TaskExit](s, r, i) {
    setActivity(s.task(r.task(i)), 'exited');
  },

  [Kind.TaskFork](s, r, i) {
    setActivity(s.task(r.sector(i)), 'ready');
  },

  [Kind.IOPrio](s, r, i) {
    s.task(r.task(i)).ioprio = r.sector(i);
  },

  [Kind.IOContext](s, r, i) {
    s.task(r.task(i)).contextRefs = r.sectors(i);
  },

  [Kind.TaskPlug](s, r, i) {
    const t = s.task(r.task(i));
    switch (r.aux(i)) {
      case TaskPlug.Start:
      case TaskPlug.Flush:
        t.plug = [];
        break;
      case TaskPlug.Finish:
        t.plug = null;
        break;
      case TaskPlug.Add: {
        t.plug = [...(t.plug ?? []), r.req(i)];
        const rq = s.requests.get(r.req(i));
        if (rq) rq.place = 'task plug';
      }
    }
  },

  [Kind.Set](s, r, i) {
    if (r.arg(i) === 0) s.settings.set(r.aux(i), r.sector(i));
  },

  [Kind.ElevatorState](s, r, i) {
    s.elevatorValues.set(r.aux(i), { a: r.sector(i), b: r.arg(i), req: r.req(i) });
  },

  [Kind.Switch](s, r, i) {
    if (r.aux(i) !== 2) return;
    s.elevator = r.sector(i);
    s.elevatorValues.clear();
  },

  [Kind.End](s, r, i) {
    s.end = r.cause(i);
  },
};

function setActivity(t: TaskState, activity: TaskState['activity']): void {
  t.activity = activity;
  t.until = 0;
  t.cause = 0;
  t.bio = -1;
}

function setRequestOf(s: MachineState, bio: number, req: number): void {
  const b = s.bios.get(bio);
  if (b) b.req = req;
}

function setSlot(s: MachineState, slot: number, req: number): void {
  const slots = s.slots.slice();
  while (slots.length <= slot) slots.push(-1);
  slots[slot] = req;
  s.slots = slots;
}

function leaveDevice(s: MachineState, rq: Request): void {
  if (rq.place !== 'device') return;
  s.inService--;
  setSlot(s, rq.slot, -1);
  rq.slot = -1;
}
