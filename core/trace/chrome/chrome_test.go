package chrome

import (
	"encoding/json"
	"testing"

	"blkplay/core/trace"
)

// TestOneBio is a bio that waits behind a plug, as the bytes that Perfetto gets.
func TestOneBio(t *testing.T) {
	w := NewWriter()
	b := w.AppendHead(nil, "a \"b\"\n\xff", []Thread{{1, "dd"}})
	for _, e := range []trace.Event{
		{Time: 1, Kind: trace.Queue, Sectors: 8, RWBS: trace.Write, Task: 1},
		{Time: 1002, Kind: trace.GetRequest, Sectors: 8, RWBS: trace.Write, Task: 1},
		{Time: 1002, Kind: trace.Plug, Arg: 3_000_000, Task: 1, Bio: trace.None, Req: trace.None},
		{Time: 2000, Kind: trace.PlugOff, Sector: 1, Bio: trace.None, Req: trace.None},
		{Time: 3000, Kind: trace.Issue, Sectors: 8, RWBS: trace.Write},
		{Time: 9000, Kind: trace.Complete, Sectors: 8, RWBS: trace.Write},
		{Time: 9000, Kind: trace.BioEnd},
		{Time: 9000, Kind: trace.RequestFree},
	} {
		b = w.Append(b, &e)
	}
	const want = `{"traceEvents":[
{"ph":"M","pid":1,"tid":0,"ts":0.000,"name":"process_name","args":{"name":"a \"b\"\u000a` + "\uFFFD" + `"}},
{"ph":"M","pid":1,"tid":1,"ts":0.000,"name":"thread_name","args":{"name":"dd"}},
{"ph":"b","pid":1,"tid":1,"ts":0.001,"name":"W 0 + 8","cat":"bio","id":"b0","args":{"sector":0,"sectors":8,"task":1}},
{"ph":"b","pid":1,"tid":1,"ts":1.002,"name":"request 0","cat":"request","id":"r0","args":{"sector":0,"sectors":8,"task":1}},
{"ph":"C","pid":1,"tid":0,"ts":1.002,"name":"requests","args":{"n":1}},
{"ph":"C","pid":1,"tid":0,"ts":1.002,"name":"queue plugged","args":{"n":1}},
{"ph":"C","pid":1,"tid":0,"ts":2.000,"name":"queue plugged","args":{"n":0}},
{"ph":"i","pid":1,"tid":0,"ts":2.000,"name":"plug-off","cat":"unplug","s":"p","args":{"requests":1,"function":""}},
{"ph":"b","pid":1,"tid":0,"ts":3.000,"name":"W 0 + 8","cat":"service","id":"s0","args":{"sector":0,"sectors":8,"task":0}},
{"ph":"C","pid":1,"tid":0,"ts":3.000,"name":"at the device","args":{"n":1}},
{"ph":"e","pid":1,"tid":0,"ts":9.000,"name":"W 0 + 8","cat":"service","id":"s0"},
{"ph":"C","pid":1,"tid":0,"ts":9.000,"name":"at the device","args":{"n":0}},
{"ph":"e","pid":1,"tid":0,"ts":9.000,"name":"W 0 + 8","cat":"bio","id":"b0"},
{"ph":"e","pid":1,"tid":0,"ts":9.000,"name":"request 0","cat":"request","id":"r0"},
{"ph":"C","pid":1,"tid":0,"ts":9.000,"name":"requests","args":{"n":0}}
]}
`
	got := string(w.AppendEnd(b))
	if got != want {
		t.Errorf("%s", got)
	}
	if !json.Valid([]byte(got)) {
		t.Error("no JSON")
	}
}
