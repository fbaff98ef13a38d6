package main

import (
	"errors"
	"unsafe"

	"blkplay/core/difference"
	"blkplay/core/replay"
	"blkplay/core/scenario"
	"blkplay/core/trace"
	"blkplay/wasm/abi"
)

// difference replays a real trace, and sets what both did side by side.
//
// In: kernel, elevator, mode (see [replay.Modes]), disk (see [difference.Options];
// of all four "" is our choice), how many records of the trace to keep at most, files.
// Out: the scenario that was run; the result as JSON (see
// [difference.Result.AppendJSON]) and as text; the records as they are in memory; of each real
// bio the bio of the run, one more than its number, 0 for none. The first half of the
// work is to read, the other to run.
func (t *tools) difference(n int) int32 {
	return t.call(n, func(r *abi.Reader, w *abi.Writer) error {
		opt := difference.Options{Options: replay.Options{Kernel: scenario.Kernel(r.Text()), Elevator: r.Text()}}
		mode := r.Text()
		opt.Disk = r.Text()
		opt.Keep = r.U32()
		files, bytes, err := countedFiles(r)
		if err != nil {
			return err
		}
		if opt.Mode, err = modeOf(mode); err != nil {
			return err
		}
		total := bytes.total
		bytes.total = 2 * total
		opt.Ran = func(ended, bios int64) { progress(float64(total)*(1+float64(ended)/float64(bios)), float64(2*total)) }
		d, err := difference.Difference(files, opt)
		if err != nil {
			return err
		}
		w.Text(scenario.Format(d.Scenario))
		w.Text(string(d.AppendJSON(nil)))
		w.Text(string(d.AppendText(nil)))
		w.Bytes(bytesOf(d.Records))
		w.U32(len(d.Same))
		for _, bio := range d.Same {
			w.U32(int(bio) + 1)
		}
		return nil
	})
}

// bytesOf returns events as they are in memory.
func bytesOf(events []trace.Event) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(events))), len(events)*trace.Size)
}

func modeOf(name string) (replay.Mode, error) {
	for m, n := range replay.Modes {
		if n == name || name == "" {
			return replay.Mode(m), nil
		}
	}
	return 0, errors.New(name + " is no mode of a replay")
}
