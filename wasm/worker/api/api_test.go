package api

import (
	"context"
	"encoding/json"
	"hash/fnv"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	"blkplay/core"
	"blkplay/core/scenario"
)

const fourWrites = "version 1\nkernel 2.6.24\nelevator deadline\ntask 1\n" +
	"  write 0 +8\n  write 100 +8\n  write 200 +8\n  write 300 +8\n"

// ask sends a request; heads are name, value, name, value...
func ask(h http.Handler, method, target, body string, heads ...string) *http.Response {
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	for i := 0; i < len(heads); i += 2 {
		r.Header.Set(heads[i], heads[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func bodyOf(r *http.Response) string {
	var b strings.Builder
	r.Write(&b)
	_, body, _ := strings.Cut(b.String(), "\r\n\r\n")
	return body
}

func TestRunText(t *testing.T) {
	r := ask(New(Options{}), "POST", "/api/run", fourWrites, "Content-Type", "text/plain; charset=UTF-8")
	body := bodyOf(r)
	if r.StatusCode != 200 || r.Header.Get("Content-Type") != "text/plain; charset=utf-8" || r.Header.Get(statusHeader) != "complete" {
		t.Fatal(r.Status, r.Header, body)
	}
	sum := fnv.New64a()
	sum.Write([]byte(body))
	if got := strconv.FormatUint(sum.Sum64(), 16); strings.TrimLeft(r.Header.Get(hashHeader), "0") != got {
		t.Errorf("the hash is %s, of the answer it is %s", r.Header.Get(hashHeader), got)
	}
	if n := strings.Count(body, "  Q  "); n != 4 {
		t.Errorf("%d bios in\n%s", n, body)
	}
}

func TestRunJSON(t *testing.T) {
	h := New(Options{})
	text := ask(h, "POST", "/api/run", fourWrites)
	for _, ask := range []*http.Response{
		ask(h, "POST", "/api/run?format=json", fourWrites, "Accept", "text/plain"),
		ask(h, "POST", "/api/run", fourWrites, "Accept", "text/*;q=0.1, application/json"),
	} {
		var got struct {
			Kernel, Elevator, Status, End, Hash string
			Events                              [][]any
			Bios                                [][2]int64
		}
		if err := json.NewDecoder(ask.Body).Decode(&got); err != nil {
			t.Fatal(err)
		}
		if got.Kernel != "2.6.24" || got.Elevator != "deadline" || got.Status != "complete" || !strings.HasPrefix(got.End, "complete: 4 bios") {
			t.Errorf("%+v", got)
		}
		if got.Hash != text.Header.Get(hashHeader) || got.Hash != ask.Header.Get(hashHeader) {
			t.Errorf("hashes %s, %s as text, %s", got.Hash, text.Header.Get(hashHeader), ask.Header.Get(hashHeader))
		}
		if len(got.Events) != strings.Count(bodyOf(ask0(h)), "\n") || len(got.Bios) != 4 || got.Bios[3][1] <= 0 {
			t.Errorf("%d events, bios %v", len(got.Events), got.Bios)
		}
		if first := got.Events[0]; first[1] != "Q" || first[2] != "W" || first[4] != 8.0 {
			t.Errorf("the first event is %v", first)
		}
	}
}

func ask0(h http.Handler) *http.Response { return ask(h, "POST", "/api/run", fourWrites) }

func TestRefused(t *testing.T) {
	long := Options{Limits: Limits{TextBytes: len(fourWrites) - 1}}
	short := Options{Limits: Limits{Records: 20}}
	early := Options{Limits: Limits{Time: 1000}}
	for _, c := range []struct {
		name   string
		opt    Options
		method string
		target string
		body   string
		heads  []string
		status int
		want   string
	}{
		{"get", Options{}, "GET", "/api/run", "", nil, 405, "by POST, not by GET"},
		{"put", Options{}, "PUT", "/api/run", fourWrites, nil, 405, "by POST, not by PUT"},
		{"elsewhere", Options{}, "POST", "/api/walk", fourWrites, nil, 404, "POST /api/run"},
		{"form", Options{}, "POST", "/api/run", fourWrites, []string{"Content-Type", "application/x-www-form-urlencoded"}, 415, "sent as text/plain"},
		{"latin", Options{}, "POST", "/api/run", fourWrites, []string{"Content-Type", "text/plain; charset=latin1"}, 415, "sent as UTF-8"},
		{"odd type", Options{}, "POST", "/api/run", fourWrites, []string{"Content-Type", ";;"}, 415, "sent as text/plain"},
		{"xml", Options{}, "POST", "/api/run", fourWrites, []string{"Accept", "application/xml"}, 406, "text/plain or application/json"},
		{"format", Options{}, "POST", "/api/run?format=xml", fourWrites, nil, 406, "text/plain or application/json"},
		{"none wanted", Options{}, "POST", "/api/run", fourWrites, []string{"Accept", "text/plain;q=0, application/json;q=0"}, 406, "text/plain or application/json"},
		{"long", long, "POST", "/api/run", fourWrites, nil, 413, "longer than " + strconv.Itoa(len(fourWrites)-1) + " bytes"},
		{"empty", Options{}, "POST", "/api/run", "", nil, 422, "version 1"},
		{"kernel", Options{}, "POST", "/api/run", "version 1\nkernel 2.6.99\n", nil, 422, "line 2, column 8: "},
		{"kernel as JSON", Options{}, "POST", "/api/run?format=json", "version 1\nkernel 2.6.99\n", nil, 422, `{"errors":[{"line":2,"column":8,"message":`},
		{"bytes", Options{}, "POST", "/api/run", "\x00\xff\xfe", nil, 422, "line 1, column 1: "},
		{"records", short, "POST", "/api/run", fourWrites, nil, 413, "stopped after 20 records, the limit of a run"},
		{"time", early, "POST", "/api/run", fourWrites, nil, 413, "the limit of a run"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := ask(New(c.opt), c.method, c.target, c.body, c.heads...)
			body := bodyOf(r)
			if r.StatusCode != c.status || !strings.Contains(body, c.want) {
				t.Errorf("%s %s\nwant %d %s", r.Status, body, c.status, c.want)
			}
			if r.StatusCode == 405 && r.Header.Get("Allow") != "POST" {
				t.Errorf("Allow is %q", r.Header.Get("Allow"))
			}
			if r.Header.Get("X-Content-Type-Options") != "nosniff" || r.Header.Get(hashHeader) != "" {
				t.Errorf("headers %v", r.Header)
			}
		})
	}
}

func TestPreflight(t *testing.T) {
	r := ask(New(Options{}), "OPTIONS", "/api/run", "", "Origin", "https://docs.example", "Access-Control-Request-Method", "POST")
	if r.StatusCode != 204 || r.Header.Get("Access-Control-Allow-Origin") != "*" || r.Header.Get("Access-Control-Allow-Methods") != "DELETE, GET, POST" {
		t.Error(r.Status, r.Header)
	}
}

func TestSite(t *testing.T) {
	site := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("page " + r.URL.Path)) })
	r := ask(New(Options{Site: site}), "GET", "/verify.html", "")
	if body := bodyOf(r); body != "page /verify.html" || !strings.Contains(r.Header.Get("Content-Security-Policy"), "'wasm-unsafe-eval'") {
		t.Error(body, r.Header)
	}
	for _, h := range siteHeaders {
		if !strings.Contains(AssetHeaders(), "  "+h.name+": "+h.value+"\n") {
			t.Errorf("_headers lacks %s", h.name)
		}
	}
}

// brokenContext panics when it is asked for, in the middle of a run.
type brokenContext struct{ context.Context }

func (brokenContext) Err() error { panic("list: gone") }

// A panic under a run is the server's fault, and the client is told.
func TestCrash(t *testing.T) {
	w := httptest.NewRecorder()
	h := New(Options{}).(*handler)
	h.answer(w, brokenContext{context.Background()}, formatText, fourWrites)
	if w.Code != 500 || w.Body.String() != "the model broke: list: gone\n" || w.Header().Get(hashHeader) != "" {
		t.Error(w.Code, w.Body, w.Header())
	}
}

// The answer is the same however the run was cut into slices.
func TestSameAsOneGo(t *testing.T) {
	busy := "version 1\nkernel 2.6.24\nelevator deadline\ntask 1\n  stream read random seed=3 count=4000 +8 every 200us\n"
	r := ask(New(Options{}), "POST", "/api/run", busy)
	sc, err := scenario.Parse(busy)
	if err != nil {
		t.Fatal(err)
	}
	m, err := core.New(sc, core.Options{Trace: true})
	if err != nil {
		t.Fatal(err)
	}
	m.Run(core.Forever, 0)
	text := m.Text()
	if want := string(text.Append(nil, m.Trace().Events())); bodyOf(r) != want || r.Header.Get(hashHeader) != text.Hash() {
		t.Errorf("%d bytes and %s, want %d and %s", len(bodyOf(r)), r.Header.Get(hashHeader), len(want), text.Hash())
	}
}
