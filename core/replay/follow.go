package replay

import (
	"blkplay/core/trace"
	"blkplay/core/trace/blktrace"
	"blkplay/core/trace/follow"
)

// Follow lets w find out when each bio ends and which of them share a plug. Call it
// before the first Add.
func (w *Workload) Follow() { w.following = map[blktrace.Device]*following{} }

// following is what is known of a device on the way through its trace.
type following struct {
	*follow.Follower
	now   uint64
	index []int32 // by the follower's number of a bio: its place in Workload.bios, or none
	tasks map[uint32]*plugged
}

// plugged is what is known of a task's plug.
type plugged struct {
	last    int32 // place of the task's last bio, or none
	flushed bool  // its plug was emptied, and it has queued nothing since
}

const none = -1

func (w *Workload) follow(rec *blktrace.Record, kept bool) {
	var e trace.Event
	if !blktrace.ToEvent(&e, rec, 0) {
		return
	}
	f := w.following[rec.Device]
	if f == nil {
		if len(w.following) >= devicesMax {
			return
		}
		f = &following{tasks: map[uint32]*plugged{}}
		f.Follower = follow.New(func(e *trace.Event) {
			if e.Kind == trace.BioEnd && f.index[e.Bio] != none {
				w.bios[f.index[e.Bio]].ends = max(f.now, 1)
			}
		})
		w.following[rec.Device] = f
	}
	if c := w.counts[rec.Device]; c != nil && c.beyond > 0 || len(f.index) >= biosMax {
		return // what comes now is not replayed
	}
	f.now = rec.Time
	place := int32(none)
	if kept {
		place = int32(len(w.bios) - 1)
	}
	if e.Kind == trace.Queue {
		f.index = append(f.index, place)
	}
	f.Add(&e)
	w.plug(f, rec, place)
}

// plug notes where a task's plug begins and ends. Linux tells a plug when the first
// request is in it, and an unplug when it is emptied: if the plug is full, the next P
// follows at once, and the plug goes on (block/blk-mq.c:blk_add_rq_to_plug()).
func (w *Workload) plug(f *following, rec *blktrace.Record, place int32) {
	t := f.tasks[rec.PID]
	if t == nil {
		if place == none {
			return
		}
		t = &plugged{}
		f.tasks[rec.PID] = t
	}
	switch rec.Action {
	case blktrace.Queue:
		t.last, t.flushed = place, false
	case blktrace.Plug:
		switch {
		case t.last == none:
		case t.flushed:
			w.bios[t.last].unplug = false
		default:
			w.bios[t.last].plug = true
		}
		t.flushed = false
	case blktrace.Unplug, blktrace.UnplugTimer:
		if t.last != none {
			w.bios[t.last].unplug = true
		}
		t.flushed = true
	}
}
