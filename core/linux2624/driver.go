package linux2624

import (
	"math/bits"

	"blkplay/core/block"
	"blkplay/core/disk"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// driver is a SCSI-like one with its disk.
type driver struct {
	device disk.Disk
	depth  int // requests the device takes at once
	busy   int
	known  []*interrupt // by request slot
	done   []*block.Request
	ending []*block.Request // those that the softirq works at
	raised sim.Item         // BLOCK_SOFTIRQ
	slots  []uint64         // which of the device's places are taken, a bit each; kept for the trace alone
}

func (d *driver) init(q *Queue, device disk.Disk, depth int) {
	d.device, d.depth = device, depth
	d.raised.Bind((*softirq)(q))
	d.slots = make([]uint64, (depth+63)/64)
}

// interrupt is the completion of one request slot.
type interrupt struct {
	q    *Queue
	rq   *block.Request
	by   int32 // the record of its issue
	slot uint16
}

// know prepares rq to be completed.
func (d *driver) know(rq *block.Request) {
	if int(rq.Slot) < len(d.known) {
		return
	}
	i := &interrupt{rq: rq}
	d.known = append(d.known, i)
	rq.Done.Bind(i)
}

// requestFn takes requests while the queue is not plugged and the device has room.
//
// Linux 2.6.24: drivers/scsi/scsi_lib.c:scsi_request_fn(). Unlike Linux, whose
// SCSI layer asks the elevator first and may hold one started request, it looks
// at the depth before it asks.
func (q *Queue) requestFn() {
	d := &q.driver
	for !q.plug.on && d.busy < d.depth {
		rq := q.next()
		if rq == nil {
			return
		}
		q.issue(rq)
	}
}

// issue gives rq to the device and fixes its service time.
//
// Linux 2.6.24: block/elevator.c:elv_next_request(), elv_dequeue_request().
func (q *Queue) issue(rq *block.Request) {
	d, now := &q.driver, q.Sys.Loop.Now()
	ends := d.device.Take(now, disk.Extent{Write: rq.Write(), Sector: rq.Sector, Sectors: int64(rq.Sectors)})
	i := d.known[rq.Slot]
	i.q = q
	if tr := q.Sys.Trace; tr != nil {
		i.slot = d.takeSlot()
		e := q.RecordRequest(trace.Issue, rq)
		e.Arg, e.Aux = int64(ends), i.slot
		if rq.By != trace.None { // the elevator's choice, made before other things led here
			e.By = rq.By
		}
		i.by = tr.Last()
	}
	q.Seen(rq)
	q.Head.Remove(rq)
	q.inFlight++
	d.busy++
	q.Sys.Loop.At(ends, &rq.Done)
}

// takeSlot takes the lowest free place of the device.
func (d *driver) takeSlot() uint16 {
	for i, taken := range d.slots {
		if free := bits.TrailingZeros64(^taken); free < 64 {
			d.slots[i] |= 1 << free
			return uint16(i*64 + free)
		}
	}
	panic("linux2624: issue: more requests at the device than its depth")
}

func (d *driver) freeSlot(slot uint16) { d.slots[slot/64] &^= 1 << (slot % 64) }
