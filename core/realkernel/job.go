package realkernel

import (
	"strconv"

	"blkplay/core/scenario"
)

// depthMax bounds how many bios a job has under way: fio keeps memory for each.
const depthMax = 1024

// job is fio's job file being made.
type job struct {
	sc       *scenario.Scenario
	tasks    []*task
	logs     []File
	reach    int64 // bytes that the disk must have
	replayed bool  // a log stands in for a task's ops
	whole    bool  // the run is too long for logs of its own
	chance   bool  // random sectors are fio's, not the scenario's
	b        []byte
}

func newJob(sc *scenario.Scenario, tasks []*task) *job {
	j := &job{sc: sc, tasks: tasks}
	bios := 0
	for _, t := range tasks {
		j.reach = max(j.reach, t.bytes)
		if !j.plain(t) {
			bios += t.bios
		}
	}
	j.whole = bios > logLinesMax
	return j
}

// text writes the job file and collects the logs it names.
func (j *job) text() string {
	j.line("# the disk: DEV=/dev/sdX fio ", jobName)
	j.line("[global]")
	j.line("filename=${DEV}")
	j.line("direct=1")
	j.line("ioengine=libaio")
	if j.whole {
		j.line("")
		j.line("# too many bios for this file: save the run as ", wholeLog, " beside it")
		j.line("[all-tasks]")
		j.replay(wholeLog)
		return string(j.b)
	}
	for _, t := range j.tasks {
		j.task(t)
	}
	return string(j.b)
}

func (j *job) line(parts ...string) {
	for _, p := range parts {
		j.b = append(j.b, p...)
	}
	j.b = append(j.b, '\n')
}

func (j *job) set(name string, value int64) { j.line(name, "=", decimal(value)) }

// task writes a task's section.
func (j *job) task(t *task) {
	j.line("")
	j.line("[", t.section(), "]")
	if t.of != nil && t.of.IOPrio != nil && t.of.IOPrio.Class != 0 {
		j.set("prioclass", int64(t.of.IOPrio.Class))
		if t.of.IOPrio.Class != 3 { // the idle class has no levels
			j.set("prio", int64(t.of.IOPrio.Data))
		}
	}
	if j.plain(t) {
		j.submission(t)
		return
	}
	name := t.section() + ".iolog"
	j.replay(name)
	j.logs = append(j.logs, File{name, string(t.log.AppendEnd(t.text))})
	j.replayed = true
}

// replay has the job do what a log says, when it says so, on the one disk.
func (j *job) replay(name string) {
	j.line("read_iolog=", name)
	j.line("replay_redirect=${DEV}")
	j.set("iodepth", depthOf(j.sc.Queue.NrRequests))
}

func depthOf(n int64) int64 { return min(max(n, 1), depthMax) }

// section is the task's name in the job file.
func (t *task) section() string {
	b := append(strconv.AppendInt([]byte("task"), int64(t.number), 10), '-')
	for _, c := range []byte(t.name) {
		if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c == '.' {
			b = append(b, c)
		} else {
			b = append(b, '_')
		}
	}
	if t.name == "" {
		b = b[:len(b)-1]
	}
	return string(b)
}

// submissionOf returns the only submission or stream of a task whose list is that,
// perhaps after a sleep, inside a plug, and before a wait; nil of any other.
func submissionOf(t *scenario.Task) (op *scenario.Op, plugged bool) {
	for i := range t.Ops {
		o := &t.Ops[i]
		switch {
		case (o.Kind == scenario.Submit || o.Kind == scenario.Stream) && op == nil:
			op = o
		case o.Kind == scenario.StartPlug && op == nil:
			plugged = true
		case o.Kind == scenario.Sleep && op == nil && !plugged:
		case (o.Kind == scenario.FinishPlug || o.Kind == scenario.Wait) && op != nil:
		default:
			return nil, false
		}
	}
	return op, plugged
}

// plain reports whether fio's own words say what the task does.
func (j *job) plain(t *task) bool {
	if t.of == nil || j.byHand(t.number) {
		return false
	}
	op, _ := submissionOf(t.of)
	switch {
	case op == nil, op.IO.Count != int64(t.bios):
		return false
	case op.Stream == nil:
		return op.IO.Count == 1 || op.IO.Step >= op.IO.Sectors
	}
	return op.Stream.JumpOneIn == 0
}

func (j *job) byHand(number int) bool {
	for i := range j.sc.At {
		if j.sc.At[i].Task == number {
			return true
		}
	}
	return false
}

// submission writes a plain task's section.
func (j *job) submission(t *task) {
	op, plugged := submissionOf(t.of)
	io, p := &op.IO, op.Stream
	size := io.Sectors * 512
	word := "read"
	if io.Write {
		word = "write"
	}
	random := p != nil && p.Random
	switch {
	case random:
		word = "rand" + word
	case p == nil && io.Count > 1 && io.Step > io.Sectors: // a hole behind each
		word += ":" + decimal((io.Step-io.Sectors)*512)
	}
	if t.first >= 1000 {
		j.line("startdelay=", decimal(t.first/1000), "us")
	}
	j.line("rw=", word)
	j.set("bs", size)
	j.set("offset", io.Sector*512)
	switch {
	case random:
		j.set("size", p.Span*size)
		j.set("randseed", int64(p.Seed>>1))
		j.line("norandommap")
		j.chance = true
	case p == nil && io.Count > 1:
		j.set("size", io.Count*io.Step*512)
	default:
		j.set("size", io.Count*size)
	}
	j.set("number_ios", io.Count)
	j.pace(io, p, plugged)
}

// pace writes how many bios the task has under way, and how it hands them over.
func (j *job) pace(io *scenario.IO, p *scenario.Pattern, plugged bool) {
	depth, batch := io.Count, int64(1)
	if plugged {
		batch = io.Count
	}
	if p != nil && p.PlugEach > 0 {
		batch = p.PlugEach
	}
	if p != nil && p.WaitEach > 0 {
		depth = min(depth, p.WaitEach)
	}
	depth = depthOf(depth)
	j.set("iodepth", depth)
	if batch > 1 {
		j.set("iodepth_batch_submit", min(batch, depth))
	}
	if p != nil && p.WaitEach > 1 {
		j.set("iodepth_batch_complete_min", depth)
	}
	if p == nil || p.EveryNs == 0 {
		return
	}
	if each := int64(1_000_000_000) / p.EveryNs; each > 0 && each <= 1_000_000 {
		j.set("rate_iops", each)
	} else {
		j.line("thinktime=", decimal(p.EveryNs/1000), "us")
	}
}
