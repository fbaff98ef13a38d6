package scenario

import (
	"math"
	"strconv"
)

// Check says what is wrong with sc as a whole: ops the kernel lacks, tasks that
// are not there, bios the kernel would refuse, sizes over the limits. A machine
// may be built from a scenario that passes.
func Check(sc *Scenario) Errors {
	c := checker{sc: sc, info: sc.Kernel.Info()}
	if c.info == nil {
		return Errors{{Text: quote(string(sc.Kernel)) + " is no kernel that is modelled"}}
	}
	c.machine()
	c.index()
	for i := range sc.Tasks {
		c.task(&sc.Tasks[i])
	}
	c.atOps()
	for i := range sc.Tasks {
		c.forked(&sc.Tasks[i])
	}
	return c.errs
}

type checker struct {
	sc    *Scenario
	info  *KernelInfo
	errs  Errors
	tasks []known // by number; 0 is the hand
	bios  int64
	end   int64 // the highest sector behind a bio
	ops   int
}

func (c *checker) fail(at Pos, text string) {
	if len(c.errs) < errorsMax {
		c.errs = append(c.errs, Error{at, text})
	}
}

// machine checks what stands before the tasks, for scenarios not made by [Parse].
func (c *checker) machine() {
	sc := c.sc
	if sc.HZ < HZMin || sc.HZ > HZMax {
		c.fail(Pos{}, "hz is "+strconv.Itoa(HZMin)+" to "+strconv.Itoa(HZMax))
	}
	e := c.info.Elevator(sc.Elevator)
	if e == nil {
		c.fail(Pos{}, noElevator(c.info, sc.Elevator))
		return
	}
	for _, s := range sc.Tunables {
		t := e.Tunable(s.Name)
		if t == nil {
			c.fail(s.Pos, "elevator "+e.Name+" has no tunable "+quote(s.Name))
		} else if _, ok := t.Keeps(s.Value); !ok {
			c.fail(s.Pos, outOfRange(t, s.Value))
		}
	}
	for i := range c.info.Queue {
		q := &c.info.Queue[i]
		if v := *sc.Queue.Field(q.Name); v < 0 {
			c.fail(Pos{}, outOfRange(q, v))
		} else if _, ok := q.Keeps(v); !ok {
			c.fail(Pos{}, outOfRange(q, v))
		}
	}
	if modelNamed(sc.Device.Model) == nil {
		c.fail(Pos{}, quote(sc.Device.Model)+" is no device"+oneOf(sc.Device.Model, modelNames()))
	} else if sc.Device.Depth < 1 || sc.Device.Depth > DepthMax {
		c.fail(Pos{}, "a device's depth is 1 to "+strconv.Itoa(DepthMax))
	}
	if t := sc.Device.Table; (t != nil) != (sc.Device.Model == tableModel) || t != nil && !t.ok() {
		c.fail(Pos{}, wrongTable)
	}
	c.tags()
}

// tags checks nr_requests where it is a number of tags: no more than there can
// be, and the kernel raises a number below its minimum before it looks.
//
// Linux 6.18: block/blk-sysfs.c:queue_requests_store(), block/blk-mq.c:blk_mq_update_nr_requests().
func (c *checker) tags() {
	q := c.info.QueueParameter("nr_requests")
	if !q.deviceDepth {
		return
	}
	nr, most, of := c.sc.Queue.NrRequests, int64(schedTagsMax), "a scheduler's"
	if c.sc.Elevator == "none" {
		most, of = c.sc.Device.Depth, "with elevator none the device's"
	}
	kept, _ := q.Keeps(nr)
	if nr == q.Default(c.sc) || kept <= most {
		return // the number the queue has already is not written
	}
	text := "nr_requests=" + strconv.FormatInt(nr, 10)
	if kept != nr {
		text += ", which the kernel makes " + strconv.FormatInt(kept, 10)
	}
	c.fail(Pos{}, text+": there are at most "+strconv.FormatInt(most, 10)+" tags, "+of)
}

// schedTagsMax bounds the tags of a scheduler.
// Linux 6.18: block/blk-mq.h:MAX_SCHED_RQ.
const schedTagsMax = 2048

func (c *checker) index() {
	highest := 0
	for i := range c.sc.Tasks {
		if id := c.sc.Tasks[i].ID; id <= TaskIDMax {
			highest = max(highest, id)
		}
	}
	c.tasks = make([]known, highest+1)
	for i := range c.sc.Tasks {
		t := &c.sc.Tasks[i]
		if t.ID < 1 || t.ID > TaskIDMax {
			c.fail(t.Pos, "a task is 1 to "+strconv.Itoa(TaskIDMax))
		} else if before := c.known(t.ID).task; before != nil {
			text := "there is a task " + strconv.Itoa(t.ID) + " already"
			if before.Pos.Line > 0 {
				text += ", in line " + strconv.Itoa(before.Pos.Line)
			}
			c.fail(t.Pos, text)
		} else {
			c.known(t.ID).task = t
		}
	}
}

// known is what there is to know about a task.
type known struct {
	task *Task
	fork Pos // where it is forked
	held *held
}

// known returns what is known of a task; nothing of one that is not there.
func (c *checker) known(id int) *known {
	if id < 0 || id >= len(c.tasks) {
		return &known{}
	}
	return &c.tasks[id]
}

// held is what a task has open while its ops are gone through.
type held struct{ plugs, contexts int }

func (c *checker) task(t *Task) {
	if t.Parent != 0 && c.known(t.Parent).task == nil {
		c.fail(t.Pos, "the parent, task "+strconv.Itoa(t.Parent)+", is not there")
	}
	h := new(held)
	for i := range t.Ops {
		c.op(t.ID, &t.Ops[i], h)
	}
	c.known(t.ID).held = h
}

// atOps checks what the hand does, and that the tasks it lets do things are
// there: what they do comes after their lists.
func (c *checker) atOps() {
	c.known(0).held = new(held)
	before := int64(0)
	for i := range c.sc.At {
		at := &c.sc.At[i]
		switch h := c.known(at.Task).held; {
		case at.Time < before || at.Time > TimeMaxNs:
			c.fail(at.Op.Pos, "times are 0 to "+timeText(TimeMaxNs)+", and in order")
		case h == nil:
			c.fail(at.Op.Pos, "there is no task "+strconv.Itoa(at.Task))
		default:
			before = at.Time
			c.op(at.Task, &at.Op, h)
		}
	}
}

func (c *checker) op(task int, op *Op, h *held) {
	if c.ops++; c.ops == OpsMax+1 {
		c.fail(op.Pos, "there are more than "+strconv.Itoa(OpsMax)+" ops")
	}
	if !c.info.Has(op.Kind) {
		if !c.sc.Lenient {
			c.fail(op.Pos, c.lacks(op.Kind))
		}
		return
	}
	switch op.Kind {
	case Submit:
		c.io(op.Pos, &op.IO)
	case Stream:
		c.stream(op)
	case Sleep, Compute:
		if op.Time < 0 || op.Time > TimeMaxNs {
			c.fail(op.Pos, "times are 0 to "+timeText(TimeMaxNs))
		}
	case Wait:
		if op.Value < 0 || op.Value > BiosMax {
			c.fail(op.Pos, "a wait leaves 0 to "+strconv.Itoa(BiosMax)+" bios")
		}
	case StartPlug:
		h.plugs++
	case FinishPlug:
		if h.plugs--; h.plugs < 0 {
			c.fail(op.Pos, "finish_plug without a start_plug before it in this task")
			h.plugs = 0
		}
	case SetIOPrio:
		c.ioprio(op.Pos, op.Prio)
	case Fork:
		c.fork(task, op)
	case Set:
		if !c.info.CanSet(op.Name) && (!c.sc.Lenient || NameIndex(op.Name) < 0) {
			c.fail(op.Pos, "kernel "+string(c.info.Name)+" has nothing called "+quote(op.Name)+" to set ("+
				having(func(k *KernelInfo) bool { return k.CanSet(op.Name) })+")"+oneOf(op.Name, c.info.Settable()))
		}
	case SwitchElevator:
		if ElevatorIndex(op.Name) < 0 { // the kernel itself refuses one that it lacks, and goes on
			c.fail(op.Pos, noElevator(c.info, op.Name))
		}
	case IOCCreateFor, IOCGet:
		if c.known(op.Task).task == nil {
			c.fail(op.Pos, "there is no task "+strconv.Itoa(op.Task))
		}
		if op.Kind == IOCGet {
			h.contexts++
		}
	case IOCPut:
		if h.contexts--; h.contexts < 0 {
			c.fail(op.Pos, "ioc_put without an ioc_get before it in this task")
			h.contexts = 0
		}
	}
}

// lacks says that the kernel has no such op, and which has.
func (c *checker) lacks(kind OpKind) string {
	return "kernel " + string(c.info.Name) + " has no op " + kind.Word() + " (" +
		having(func(k *KernelInfo) bool { return k.Has(kind) }) +
		"); a lenient line before the tasks makes such ops do nothing"
}

// io checks the bios that one op sends.
func (c *checker) io(at Pos, io *IO) {
	if c.size(at, io) {
		c.extent(at, io.Sector, io.Sectors)
		last := io.Count - 1
		if io.Step > SectorMax/io.Count || io.Step < -(SectorMax/io.Count) {
			c.fail(at, "the last of the bios begins beyond the device")
		} else {
			c.extent(at, io.Sector+last*io.Step, io.Sectors)
		}
	}
}

// extent checks that the sectors are there on a device of 64 bits of bytes.
func (c *checker) extent(at Pos, sector, sectors int64) {
	if sector < 0 {
		c.fail(at, "a bio would begin at sector "+strconv.FormatInt(sector, 10)+", before the device")
	} else if sector > SectorMax-sectors {
		c.fail(at, "a bio would end beyond sector "+strconv.FormatInt(SectorMax, 10)+", the end of the largest device")
	} else {
		c.reach(at, sector+sectors)
	}
}

// reach checks that a seek to sector end is a time that can be told.
func (c *checker) reach(at Pos, end int64) {
	if seek := c.sc.Device.SeekNsPer1024; seek > 0 && end > math.MaxInt64/seek && c.end <= math.MaxInt64/seek {
		c.fail(at, "sector "+strconv.FormatInt(end, 10)+" is too far for a device that seeks 1024 sectors in "+timeText(seek))
	}
	c.end = max(c.end, end)
}

// size checks number and size of the bios of an op, and counts them.
func (c *checker) size(at Pos, io *IO) bool {
	switch most := c.sectorsMax(); {
	case io.Count < 1 || io.Count > BiosMax:
		c.fail(at, "an op sends 1 to "+strconv.Itoa(BiosMax)+" bios")
		return false
	case io.Sectors < 1:
		c.fail(at, "a bio has at least one sector")
		return false
	case io.Sectors > most:
		text := "a bio of " + strconv.FormatInt(io.Sectors, 10) + " sectors is too big: "
		if c.info.bioSectorsMax > 0 {
			text += "256 pages are " + strconv.FormatInt(most, 10) + " sectors"
		} else {
			text += "this kernel does not split bios, and the queue's limits allow " + strconv.FormatInt(most, 10) + " sectors"
		}
		c.fail(at, text)
		return false
	}
	if c.bios += io.Count; c.bios > BiosMax {
		if c.bios-io.Count <= BiosMax { // say it once
			c.fail(at, "there are more than "+strconv.Itoa(BiosMax)+" bios")
		}
		return false
	}
	return true
}

// sectorsMax is the longest bio that the kernel takes.
func (c *checker) sectorsMax() int64 {
	if c.info.bioSectorsMax > 0 {
		return c.info.bioSectorsMax
	}
	const sectorsOfPage = 8
	return min(max(c.sc.Queue.MaxSectors, sectorsOfPage), c.sc.Queue.MaxSegments*sectorsOfPage)
}

func (c *checker) stream(op *Op) {
	p := op.Stream
	if p == nil || p.Seed == 0 || p.Random && p.Span < 1 || p.JumpOneIn > 0 && p.JumpMax < 1 {
		c.fail(op.Pos, "the stream's pattern is not complete")
		return
	}
	if p.PlugEach > 0 && !c.info.Has(StartPlug) && !c.sc.Lenient {
		c.fail(op.Pos, "plug_each: "+c.lacks(StartPlug))
	}
	if p.EveryNs < 0 || p.EveryNs > TimeMaxNs || p.WaitEach < 0 || p.WaitLeft < 0 || p.PlugEach < 0 {
		c.fail(op.Pos, "the stream's pattern has a number out of range")
	}
	io := &op.IO
	if !c.size(op.Pos, io) {
		return
	}
	steps := io.Count // of io.Sectors each, at most
	if p.Random {
		steps = p.Span
	} else if p.JumpOneIn > 0 {
		steps *= 1 + p.JumpMax
	}
	if io.Sector < 0 || steps > (SectorMax-io.Sector)/io.Sectors {
		c.fail(op.Pos, "the stream can reach beyond sector "+strconv.FormatInt(SectorMax, 10)+", the end of the largest device")
		return
	}
	c.reach(op.Pos, io.Sector+steps*io.Sectors)
}

func (c *checker) ioprio(at Pos, p IOPrio) {
	if p.Class < 0 || p.Class >= len(ioprioClasses) || p.Data < 0 || p.Data > 7 || p.Class == 0 && p.Data != 0 {
		c.fail(at, "an ioprio is rt/0 to rt/7, be/0 to be/7, idle or none")
	}
}

func (c *checker) fork(task int, op *Op) {
	child := c.known(op.Task).task
	switch {
	case child == nil:
		c.fail(op.Pos, "there is no task "+strconv.Itoa(op.Task)+" to fork")
	case task == 0 || child.Parent != task:
		c.fail(op.Pos, "task "+strconv.Itoa(op.Task)+" is not this task's child; write: task "+
			strconv.Itoa(op.Task)+" parent="+strconv.Itoa(max(task, 1)))
	case c.known(op.Task).fork != Pos{}:
		c.fail(op.Pos, "task "+strconv.Itoa(op.Task)+" is forked already, in line "+strconv.Itoa(c.known(op.Task).fork.Line))
	default:
		c.known(op.Task).fork = op.Pos
		if op.Pos == (Pos{}) {
			c.known(op.Task).fork = Pos{1, 1}
		}
	}
}

// forked checks that a child is forked somewhere.
func (c *checker) forked(t *Task) {
	if t.Parent != 0 && c.known(t.Parent).task != nil && c.known(t.ID).fork == (Pos{}) {
		c.fail(t.Pos, "task "+strconv.Itoa(t.ID)+" never starts: its parent, task "+strconv.Itoa(t.Parent)+
			", has no op: fork "+strconv.Itoa(t.ID))
	}
	if t.IOPrio != nil {
		c.ioprio(t.Pos, *t.IOPrio)
	}
}
