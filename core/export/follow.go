package export

import (
	"io"
	"slices"
	"strconv"

	"blkplay/core/picture"
	"blkplay/core/trace"
	"blkplay/core/trace/blkparse"
	"blkplay/core/trace/blktrace"
	"blkplay/core/trace/chrome"
	"blkplay/core/trace/follow"
)

// followed is a device of a real trace.
type followed struct {
	device blktrace.Device
	*follow.Follower
	pids follow.Tasks
}

// task returns the number of a process on the device, and whether that is new.
func (d *followed) task(pid uint32) (n uint16, first bool) { return d.pids.Number(pid) }

// devicesMax is how many devices of a trace are told apart; those beyond share the last.
const devicesMax = 64

// deviceIndex returns where device's entry is in list, len(list) for a new one.
func deviceIndex[T any](list []T, device blktrace.Device, of func(*T) blktrace.Device) int {
	for i := range list {
		if of(&list[i]) == device {
			return i
		}
	}
	return min(len(list), devicesMax-1)
}

// comm is the name of a process.
func comm(names blktrace.Names, pid uint32) string {
	if name, known := names[pid]; known {
		return name
	}
	return blkparse.Unnamed
}

func deviceName(d blktrace.Device) string {
	return "device " + strconv.Itoa(int(d.Major())) + "," + strconv.Itoa(int(d.Minor()))
}

// chromeDevice is a process of a Chrome trace.
type chromeDevice struct {
	followed
	w *chrome.Writer
}

// traceChrome writes a real trace for Perfetto: each device is a process.
func traceChrome(out io.Writer, names blktrace.Names) RecordWriter {
	var list []chromeDevice
	var b []byte
	deviceOf := func(rec *blktrace.Record) *chromeDevice {
		i := deviceIndex(list, rec.Device, func(d *chromeDevice) blktrace.Device { return d.device })
		if i < len(list) {
			return &list[i]
		}
		w := chrome.NewProcess(i + 1)
		if i == 0 {
			w = chrome.NewWriter()
			b = w.AppendHead(b, deviceName(rec.Device), nil)
		} else {
			b = w.AppendNames(b, deviceName(rec.Device), nil)
		}
		f := follow.New(func(e *trace.Event) { b = w.Append(b, e) })
		list = append(list, chromeDevice{followed{device: rec.Device, Follower: f}, w})
		return &list[i]
	}
	return RecordWriter{Take: everyRecord(func(e *trace.Event, rec *blktrace.Record, ns int64) error {
		b = b[:0]
		d := deviceOf(rec)
		if e == nil {
			b = d.w.AppendMessage(b, ns, string(rec.Payload))
		} else {
			n, first := d.task(rec.PID)
			if first {
				b = d.w.AppendNames(b, "", []chrome.Thread{{Task: int(n), Name: comm(names, rec.PID) + " " + strconv.FormatUint(uint64(rec.PID), 10)}})
			}
			e.Task = n
			d.Add(e)
		}
		_, err := out.Write(b)
		return err
	}), End: func() error {
		b = b[:0]
		if len(list) == 0 {
			list = append(list, chromeDevice{w: chrome.NewWriter()})
			b = list[0].w.AppendHead(b, "no event", nil)
		}
		_, err := out.Write(list[0].w.AppendEnd(b))
		return err
	}}
}

// pictureDevice is a device that may be drawn.
type pictureDevice struct {
	followed
	run  *picture.Run
	bios map[uint16]int // by task
	left int            // bios that are not drawn
}

// lanesMax is how many tasks of a real trace a picture shows.
const lanesMax = 32

// tracePicture draws the device of a real trace that has the most bios, from its
// first event on.
func tracePicture(out io.Writer, names blktrace.Names) RecordWriter {
	var list []pictureDevice
	deviceOf := func(rec *blktrace.Record) *pictureDevice {
		i := deviceIndex(list, rec.Device, func(d *pictureDevice) blktrace.Device { return d.device })
		if i < len(list) {
			return &list[i]
		}
		run := picture.New("", "", 0, nil)
		list = append(list, pictureDevice{followed{device: rec.Device, Follower: follow.New(run.Add)}, run, map[uint16]int{}, 0})
		return &list[i]
	}
	take := eachEvent(func(e *trace.Event, rec *blktrace.Record) error {
		d := deviceOf(rec)
		if d.Bios() == picture.BiosMax && (e.Kind == trace.Queue || d.left > 0) {
			if e.Kind == trace.Queue {
				d.left++
			}
			return nil
		}
		e.Task, _ = d.task(rec.PID)
		if e.Kind == trace.Queue {
			d.bios[e.Task]++
		}
		d.Add(e)
		return nil
	})
	return RecordWriter{Take: take, End: func() error {
		if len(list) == 0 {
			_, err := out.Write(picture.New("", "A trace without an event", 0, nil).AppendSVG(nil))
			return err
		}
		most := 0
		for i := range list {
			if list[i].Bios()+list[i].left > list[most].Bios()+list[most].left {
				most = i
			}
		}
		d := &list[most]
		d.run.Tell(d.title(), d.lanes(names), d.left)
		_, err := out.Write(d.run.AppendSVG(nil))
		return err
	}}
}

func (d *pictureDevice) title() string {
	title := "Trace of " + deviceName(d.device)
	if n := len(d.bios); n > lanesMax {
		title += " · " + strconv.Itoa(lanesMax) + " of " + strconv.Itoa(n) + " tasks"
	}
	return title
}

// lanes returns the tasks that get a lane: those with the most bios, in order of appearance.
func (d *pictureDevice) lanes(names blktrace.Names) []picture.Task {
	var numbers []uint16
	for n := range d.bios {
		numbers = append(numbers, n)
	}
	slices.SortFunc(numbers, func(a, b uint16) int {
		if more := d.bios[b] - d.bios[a]; more != 0 {
			return more
		}
		return int(a) - int(b)
	})
	numbers = numbers[:min(len(numbers), lanesMax)]
	slices.Sort(numbers)
	var tasks []picture.Task
	for _, n := range numbers {
		pid := uint32(0)
		if n > 0 {
			pid = d.pids.PIDs[n-1]
		}
		tasks = append(tasks, picture.Task{Number: int(n), Name: comm(names, pid)})
	}
	return tasks
}
