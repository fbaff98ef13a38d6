import { contextChanged, taskForked } from './contexts.ts';
import { Kind, TaskPlug, Timer } from './kinds.ts';
import type { RecordList } from './records.ts';
import type { MachineState, Request, TaskState, WaitForPlug } from './state.ts';

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
    s.addBio({ id, task: r.task(i), sector: r.sector(i), sectors: r.sectors(i), rwbs: r.rwbs(i), req: -1 });
    s.task(r.task(i)).open.push(id);
  },

  [Kind.GetRequest](s, r, i) {
    const id = r.req(i);
    const task = s.bios.get(r.bio(i))?.task ?? r.task(i);
    s.addRequest({
      id,
      ioprio: s.tasks.get(task)?.ioprio ?? 0,
      rwbs: r.rwbs(i),
      task,
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
    const rq = s.request(r.req(i));
    if (!rq || r.bio(i) < 0) return;
    rq.bios = [...rq.bios, r.bio(i)];
    rq.sectors += r.sectors(i);
    setRequestOf(s, r.bio(i), rq.id);
  },

  [Kind.FrontMerge](s, r, i) {
    const rq = s.request(r.req(i));
    if (!rq || r.bio(i) < 0) return;
    rq.bios = [r.bio(i), ...rq.bios];
    rq.sector = r.sector(i);
    rq.sectors += r.sectors(i);
    setRequestOf(s, r.bio(i), rq.id);
  },

  [Kind.Join](s, r, i) {
    const rq = s.request(r.req(i));
    const gone = s.request(r.arg(i));
    if (!rq || !gone) return;
    rq.bios = gone.sector < rq.sector ? [...gone.bios, ...rq.bios] : [...rq.bios, ...gone.bios];
    rq.sector = r.sector(i);
    rq.sectors = r.sectors(i);
    if (gone.fifoEnd > 0 && gone.fifoEnd < rq.fifoEnd) rq.fifoEnd = gone.fifoEnd;
    for (const bio of gone.bios) setRequestOf(s, bio, rq.id);
    gone.bios = [];
    leaveQueues(s, gone);
    gone.place = 'done';
  },

  [Kind.Closed](s, r, i) {
    const rq = s.request(r.req(i));
    if (rq) rq.closed = true;
  },

  [Kind.Insert](s, r, i) {
    const rq = s.request(r.req(i));
    if (!rq) return;
    if (rq.place !== 'software queue' && rq.place !== 'hardware queue') rq.place = 'elevator';
    rq.insertedAt = i;
    rq.fifoEnd = r.arg(i);
  },

  [Kind.Dispatch](s, r, i) {
    const rq = s.request(r.req(i));
    if (!rq) return;
    rq.place = 'dispatch';
    remove(s.dispatch, rq.id);
    s.dispatch.splice(Math.min(r.sector(i), s.dispatch.length), 0, rq.id);
  },

  [Kind.Issue](s, r, i) {
    const rq = s.request(r.req(i));
    if (!rq) return;
    if (rq.place !== 'device') s.inService++;
    leaveQueues(s, rq);
    rq.place = 'device';
    rq.slot = r.aux(i);
    rq.issuedAt = r.time(i);
    rq.serviceEnd = r.arg(i);
    remove(s.dispatch, rq.id);
    s.head = r.sector(i) + r.sectors(i);
    setSlot(s, rq.slot, rq.id);
  },

  [Kind.Requeue](s, r, i) {
    const rq = s.request(r.req(i));
    if (!rq) return;
    leaveDevice(s, rq);
    rq.place = 'dispatch';
    s.dispatch.unshift(rq.id);
  },

  [Kind.Complete](s, r, i) {
    const rq = s.request(r.req(i));
    if (!rq) return;
    leaveDevice(s, rq);
    rq.place = 'done';
  },

  [Kind.BioEnd](s, r, i) {
    const bio = s.bios.get(r.bio(i));
    if (!bio) return;
    s.bios.delete(bio.id);
    remove(s.task(bio.task).open, bio.id);
  },

  [Kind.RequestFree](s, r, i) {
    const rq = s.request(r.req(i));
    if (rq) {
      leaveDevice(s, rq);
      leaveQueues(s, rq);
    }
    for (const of of s.elevatorOf.values()) of.delete(r.req(i));
    s.restart = false;
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
    else s.timers.set(r.aux(i), r.sector(i));
  },

  [Kind.TimerDel](s, r, i) {
    if (r.aux(i) === Timer.Unplug) s.plug.fires = 0;
    else s.timers.delete(r.aux(i));
  },

  [Kind.TimerFire](s, r, i) {
    if (r.aux(i) === Timer.Unplug) s.plug.fires = 0;
    else s.timers.delete(r.aux(i));
  },

  [Kind.WorkQueue](s, r, i) {
    if (r.aux(i) === Timer.UnplugWork) s.plug.workQueued = true;
    else s.timers.set(r.aux(i), r.sector(i)); // 6.18: when it runs
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
    taskForked(s, r, i);
  },

  [Kind.IOPrio](s, r, i) {
    s.task(r.task(i)).ioprio = r.sector(i);
  },

  [Kind.IOContext](s, r, i) {
    s.task(r.task(i)).contextRefs = r.sectors(i);
    contextChanged(s, r, i);
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
        (t.plug ??= []).push(r.req(i));
        const rq = s.request(r.req(i));
        if (rq) rq.place = 'task plug';
      }
    }
  },

  [Kind.Set](s, r, i) {
    if (r.arg(i) === 0) s.settings.set(r.aux(i), r.sector(i));
  },

  [Kind.ElevatorState](s, r, i) {
    const value = { a: r.sector(i), b: r.arg(i), req: r.req(i), task: r.task(i), at: i };
    s.elevatorValues.set(r.aux(i), value);
    entry(s.elevatorLists, r.aux(i)).set(value.a, value);
    if (value.req >= 0) entry(s.elevatorOf, r.aux(i)).set(value.req, value.a);
  },

  [Kind.Choose](s, r, i) {
    s.chosen = { at: i, cause: r.cause(i) };
  },

  [Kind.Tags](s, r, i) {
    s.tags = { driver: r.sector(i), scheduler: r.arg(i), waiters: r.aux(i) };
  },

  [Kind.SoftQueue](s, r, i) {
    const rq = s.request(r.req(i));
    remove(s.softQueue, r.req(i));
    if (!rq || r.aux(i) === 1) return;
    s.softQueue.push(rq.id);
    rq.place = 'software queue';
  },

  [Kind.HardQueue](s, r, i) {
    const rq = s.request(r.req(i));
    remove(s.hardQueue, r.req(i));
    s.restart = true;
    if (!rq || r.aux(i) === 1) return;
    s.hardQueue.push(rq.id);
    rq.place = 'hardware queue';
  },


  [Kind.Switch](s, r, i) {
    if (r.aux(i) !== 2) return;
    s.elevator = r.sector(i);
    s.elevatorValues.clear();
    s.elevatorLists.clear();
    s.elevatorOf.clear();
    s.chosen = null;
  },

  [Kind.End](s, r, i) {
    s.end = r.cause(i);
    if (r.arg(i) > 0) s.waitsFor = plugsWaitedFor(r, i);
  },
};

function setActivity(t: TaskState, activity: TaskState['activity']): void {
  t.activity = activity;
  t.until = 0;
  t.cause = 0;
  t.bio = -1;
}

function setRequestOf(s: MachineState, bio: number, req: number): void {
  const b = s.bio(bio);
  if (b) b.req = req;
}

function setSlot(s: MachineState, slot: number, req: number): void {
  while (s.slots.length <= slot) s.slots.push(-1);
  s.slots[slot] = req;
}

/** The notes right before the end of a deadlocked run, see core/deadlock.go. */
function plugsWaitedFor(r: RecordList, end: number): WaitForPlug[] {
  const edges: WaitForPlug[] = [];
  for (let i = end - 1; i >= 0 && r.kind(i) === Kind.Note && r.arg(i) > 0; i--) {
    edges.unshift({ waiter: r.task(i), holder: r.sector(i), bio: r.bio(i), held: r.arg(i) });
  }
  return edges;
}

function leaveQueues(s: MachineState, rq: Request): void {
  if (rq.place === 'software queue') remove(s.softQueue, rq.id);
  if (rq.place === 'hardware queue') remove(s.hardQueue, rq.id);
}

function remove(list: number[], id: number): void {
  const k = list.indexOf(id);
  if (k === 0) list.shift();
  else if (k > 0) list.splice(k, 1);
}

function entry<V>(of: Map<number, Map<number, V>>, key: number): Map<number, V> {
  let m = of.get(key);
  if (!m) of.set(key, (m = new Map()));
  return m;
}

function leaveDevice(s: MachineState, rq: Request): void {
  if (rq.place !== 'device') return;
  s.inService--;
  setSlot(s, rq.slot, -1);
  rq.slot = -1;
}
