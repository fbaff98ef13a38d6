package linux618_test

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"blkplay/core"
	"blkplay/core/scenario"
	"blkplay/core/trace"
)

// Batches recorded on a machine with Linux 6.18.44: a program submits n requests with one
// io_submit or one io_uring_enter to a loop device of one hardware queue, 128 driver tags,
// and waits for all. A file is named for the scheduler, the engine, the pattern, the size
// of a request, n, and what was set besides. Of runs on two devices in turn the first one's
// records are compared, which are those of a plug of its own: the model has one queue.
const batchFiles = "../testdata/mq-batches/*.txt.gz"

// completionsMatter names the runs in which it shows when the device completed what, which
// no scenario can tell: they are compared up to the first completion recorded.
var completionsMatter = map[string]string{
	"mq-deadline-libaio-randread-4k-n200":        "a request completed while the task still submitted: which request is dispatched last follows",
	"mq-deadline-libaio-randread-4k-n40-nrreq16": "11 of 16 requests were complete when the task that waited for a tag ran",
	"none-libaio-randread-4k-n40-nrreq16":        "11 of 16 requests were complete when the task that waited for a tag ran",
}

// otherwise has what else the machine had than its setting says.
var otherwise = map[string]struct {
	why string
	set func(*scenario.Scenario)
}{
	"mq-deadline-libaio-seqwrite-256k-n4": {
		"the buffer was physically contiguous: fewer segments than pages",
		func(sc *scenario.Scenario) { sc.Queue.MaxSegments = 1024 },
	},
	"mq-deadline-libaio-randread-60k-n40": {
		"nr_requests 16 under none, before, had shrunk the driver tags, and a change of scheduler does not bring them back",
		func(sc *scenario.Scenario) { sc.Device.Depth = 16 },
	},
}

// firstDevice is loop0, as blkparse prints it.
const firstDevice = "7,0"

// step is a traced action without its time and place.
type step struct {
	action, rwbs    string
	sector, sectors int64
}

func (s step) String() string {
	return fmt.Sprintf("%-2s %-2s %d + %d", s.action, s.rwbs, s.sector, s.sectors)
}

func TestRecordedBatches(t *testing.T) {
	names, err := filepath.Glob(batchFiles)
	if err != nil || len(names) < 50 {
		t.Fatal("the recorded batches are not there: ", len(names), err)
	}
	for _, file := range names {
		name := strings.TrimSuffix(filepath.Base(file), ".txt.gz")
		t.Run(name, func(t *testing.T) { recordedBatch(t, file, name) })
	}
}

func recordedBatch(t *testing.T, file, name string) {
	recorded := readBatch(t, file)
	sc := batchScenario(t, name, recorded)
	why := completionsMatter[name]
	if o, ok := otherwise[name]; ok {
		o.set(sc)
		why = o.why
	}
	m, err := core.New(sc, core.Options{Trace: true})
	if err != nil {
		t.Fatal(err)
	}
	if m.Run(core.Forever, 0) != core.Complete {
		t.Fatal(m.EndText())
	}
	modelled := steps(m.Trace().Events())
	if completionsMatter[name] != "" {
		recorded = recorded[:slices.IndexFunc(recorded, completes)]
		modelled = modelled[:min(slices.IndexFunc(modelled, completes), len(recorded))]
	}
	// Where completions stand is the device's and the interrupt's doing.
	recorded, modelled = slices.DeleteFunc(recorded, completes), slices.DeleteFunc(modelled, completes)
	for i := range max(len(recorded), len(modelled)) {
		if i >= len(recorded) || i >= len(modelled) || recorded[i] != modelled[i] {
			t.Fatalf("differs from step %d of %d and %d (%s)\nrecorded %v\nmodelled %v", i, len(recorded), len(modelled), why,
				recorded[max(i-3, 0):min(i+3, len(recorded))], modelled[min(max(i-3, 0), len(modelled)):min(i+3, len(modelled))])
		}
	}
}

func completes(s step) bool { return s.action == "C" }

func readBatch(t *testing.T, file string) []step {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var list []step
	for lines := bufio.NewScanner(z); lines.Scan(); {
		if words := strings.Fields(lines.Text()); words[0] == firstDevice {
			list = append(list, parseStep(t, words))
		}
	}
	return list
}

// parseStep reads blkparse's words: device, CPU, number, time, task, action, rwbs, and
// then "sector + sectors [task]", "sector / rest [task]" (X) or "[task] requests" (U).
func parseStep(t *testing.T, words []string) step {
	if len(words) < 8 {
		t.Fatalf("no line of blkparse: %q", words)
	}
	s := step{action: words[5], rwbs: words[6]}
	switch s.action {
	case "P":
	case "U", "UT":
		s.sectors = number(t, words[len(words)-1])
	case "X":
		s.sector = number(t, words[7])
		s.sectors = number(t, words[9]) - s.sector
	default:
		s.sector, s.sectors = number(t, words[7]), number(t, words[9])
	}
	return s
}

func number(t *testing.T, word string) int64 {
	n, err := strconv.ParseInt(word, 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

var batchName = regexp.MustCompile(`^(none|mq-deadline|kyber)-(?:libaio|uring)-.*-n(\d+)(?:-(.*))?$`)

// plugFrom is how many requests a program submits at once before its call opens a plug.
const plugFrom = 3

// batchScenario is the machine and the program of a run. A device that takes a
// millisecond for anything completes nothing while the program submits.
func batchScenario(t *testing.T, name string, recorded []step) *scenario.Scenario {
	words := batchName.FindStringSubmatch(name)
	if words == nil {
		t.Fatal("what setting is this?")
	}
	sc := scenario.Default(scenario.Linux618)
	sc.Device = scenario.Device{Model: "linear", Depth: 128, BaseNs: 1_000_000}
	sc.Elevator = words[1]
	sc.Queue.NrRequests = 256
	if sc.Elevator == "none" {
		sc.Queue.NrRequests = 128
	}
	switch words[3] {
	case "":
	case "maxsec128k":
		sc.Queue.MaxSectors = 256
	case "nomerges1":
		sc.Queue.NoMerges = 1
	case "nomerges2":
		sc.Queue.NoMerges = 2
	case "nrreq16":
		sc.Queue.NrRequests = 16
	default:
		t.Fatalf("what setting is %q?", words[3])
	}
	sc.Tasks = []scenario.Task{{ID: 1, Ops: program(recorded, number(t, words[2]))}}
	return sc
}

// program submits what was recorded, n bios, and waits.
func program(recorded []step, n int64) []scenario.Op {
	var ops []scenario.Op
	for _, s := range recorded {
		if s.action == "Q" {
			ops = append(ops, scenario.Op{Kind: scenario.Submit, IO: scenario.IO{
				Write: s.rwbs[0] == 'W', Sync: strings.Contains(s.rwbs, "S"), Sector: s.sector, Sectors: s.sectors, Count: 1,
			}})
		}
	}
	if n >= plugFrom {
		ops = append([]scenario.Op{{Kind: scenario.StartPlug}}, append(ops, scenario.Op{Kind: scenario.FinishPlug})...)
	}
	return append(ops, scenario.Op{Kind: scenario.Wait})
}

func steps(events []trace.Event) []step {
	var list []step
	for i := range events {
		if e := &events[i]; e.Kind.Traced() {
			s := step{e.Kind.Letter(), e.RWBS.String(), e.Sector, int64(e.Sectors)}
			list = append(list, s)
		}
	}
	return list
}
