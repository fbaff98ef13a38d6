package follow

import "blkplay/core/trace"

// Values of Aux in TaskPlug records.
const (
	plugAdded   = 3
	plugFlushed = 4
)

// plugged tells how many requests the plug of e's task holds.
func (f *Follower) plugged(e *trace.Event) {
	f.give(&trace.Event{Time: e.Time, Kind: trace.TaskPlug, Task: e.Task, Aux: plugAdded,
		Bio: trace.None, Req: trace.None, By: trace.None, Sector: f.plugs[e.Task]})
}

// unplug ends the plug of e's task. If that has none, the queue was plugged, as
// in old kernels, and whoever unplugs it ends that.
func (f *Follower) unplug(e *trace.Event) {
	f.give(e)
	if _, own := f.plugs[e.Task]; own {
		f.flush(e, e.Task)
		return
	}
	if len(f.plugs) == 1 {
		for task := range f.plugs {
			f.flush(e, task)
		}
	}
}

func (f *Follower) flush(e *trace.Event, task uint16) {
	delete(f.plugs, task)
	f.give(&trace.Event{Time: e.Time, Kind: trace.TaskPlug, Task: task, Aux: plugFlushed,
		Bio: trace.None, Req: trace.None, By: trace.None, Sector: int64(e.Sectors)})
}
