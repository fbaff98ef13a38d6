//go:build !js

package api

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"blkplay/wasm/worker/store"
)

// A link that web/share/links.golden.jsonl has too.
const smallLink = "#b1.4ypLLSrOzM9TMOTKTi3KS81RMNIz0zMy4SpJLM5WMORSUCgvyixJVTBQ0LbgAgA.dYme"

// oneAnswer is a Grader for an exercise whose text is its answer.
type oneAnswer struct{}

func (oneAnswer) Check(lesson string) error {
	if lesson == "" {
		return errors.New("it is empty")
	}
	return nil
}

func (oneAnswer) Grade(lesson, code string) (json.RawMessage, error) {
	if strings.HasPrefix(code, "forged") {
		return nil, errors.New("the code is not one that the player gives")
	}
	return json.Marshal(map[string]bool{"right": lesson == code})
}

// keeper is a server whose clock the test has in hand.
type keeper struct {
	http.Handler
	now time.Time
}

func newKeeper(t *testing.T, opt Options) *keeper {
	t.Helper()
	s, err := store.Open(context.Background(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.DB.Close() })
	k := &keeper{now: time.Unix(1_800_000_000, 0)}
	opt.Links, opt.Boards = s, s
	if opt.Grader == nil {
		opt.Grader = oneAnswer{}
	}
	opt.Now = func() time.Time { return k.now }
	k.Handler = New(opt)
	return k
}

// asked sends JSON and returns the status and the answer's JSON.
func (k *keeper) asked(t *testing.T, method, target, body string, heads ...string) (int, map[string]any) {
	t.Helper()
	r := ask(k, method, target, body, append(heads, "Content-Type", "application/json")...)
	text := bodyOf(r)
	var v map[string]any
	if text != "" {
		if err := json.Unmarshal([]byte(text), &v); err != nil {
			t.Fatalf("%s %s: %s: %s", method, target, r.Status, text)
		}
	}
	return r.StatusCode, v
}

func TestShortLinks(t *testing.T) {
	k := newKeeper(t, Options{})
	status, made := k.asked(t, "POST", "/api/links", `{"fragment":"`+smallLink+`"}`)
	if status != 201 || made["path"] != "/s/"+made["name"].(string) {
		t.Fatal(status, made)
	}
	if _, again := k.asked(t, "POST", "/api/links", `{"fragment":"`+smallLink[1:]+`"}`); again["name"] != made["name"] {
		t.Errorf("one link has two names: %v, %v", made, again)
	}
	r := ask(k, "GET", made["path"].(string), "")
	if r.StatusCode != 302 || r.Header.Get("Location") != "/"+smallLink {
		t.Error(r.Status, r.Header)
	}
	// Who embeds the short link finds the player's frame by it.
	at, ok := strings.CutSuffix(strings.TrimPrefix(r.Header.Get("Link"), "<"), `>; rel="alternate"; type="application/json+oembed"`)
	if status, embed := k.asked(t, "GET", at, ""); !ok || status != 200 || !strings.Contains(embed["html"].(string), "/embed.html"+smallLink) {
		t.Error(r.Header, status, embed)
	}
	r = ask(k, "GET", "/poster/"+made["name"].(string), "")
	if body := bodyOf(r); r.StatusCode != 200 || r.Header.Get("Content-Type") != "image/svg+xml" || !strings.HasPrefix(body, "<svg") {
		t.Error(r.Status, r.Header, body)
	}
	k.now = k.now.Add((store.LinkDays + 1) * 24 * time.Hour)
	if r := ask(k, "GET", made["path"].(string), ""); r.StatusCode != 404 {
		t.Error("a link that has expired:", r.Status)
	}
}

func TestLinksThatAreNotKept(t *testing.T) {
	k := newKeeper(t, Options{})
	for body, want := range map[string]int{
		`{"fragment":"#b9.AAAA.AAAA"}`:                                422,
		`{"fragment":"#b1.AAAA.AAAA"}`:                                422,
		`{"fragment":"https://elsewhere.example/"}`:                   422,
		`{"fragment":"#text=version%201%0Akernel%209"}`:               422,
		`{"fragment":"#text=version%201\r\nLocation: x"}`:             422,
		`{"fragment":"#b1.` + strings.Repeat("A", 16<<10) + `.AAAA"}`: 413,
		`{"fragment":"` + strings.Repeat("A", 1<<20) + `"}`:           413,
		`{"fragment":1}`: 400,
		`{"fragment":"#text=version 1","more":1}`: 400,
		`{"fragment":"#text=version%201"} {}`:     400,
		``:                                        400,
	} {
		if status, answer := k.asked(t, "POST", "/api/links", body); status != want || answer["errors"] == nil {
			t.Errorf("%.60s: %d %v, want %d", body, status, answer, want)
		}
	}
	if r := ask(k, "POST", "/api/links", "{}", "Content-Type", "text/plain"); r.StatusCode != 415 {
		t.Error("as text:", r.Status)
	}
}

func TestBoard(t *testing.T) {
	k := newKeeper(t, Options{})
	status, made := k.asked(t, "POST", "/api/boards", `{"title":"Monday","lesson":"4 ms","days":2}`)
	if status != 201 || len(made["key"].(string)) != 22 || len(made["board"].(string)) != 16 {
		t.Fatal(status, made)
	}
	at := "/api/boards/" + made["board"].(string)
	key := []string{"Authorization", "Bearer " + made["key"].(string)}
	if status, b := k.asked(t, "GET", at, ""); status != 200 || b["title"] != "Monday" || b["lesson"] != "4 ms" || b["key"] != nil {
		t.Error(status, b)
	}
	for i, code := range []string{"4 ms", "5 ms"} {
		status, posted := k.asked(t, "POST", at+"/results", `{"name":"A <b>","code":"`+code+`"}`)
		right := posted["verdict"].(map[string]any)["right"]
		if status != 201 || posted["number"] != float64(i+1) || right != (i == 0) {
			t.Error(status, posted)
		}
	}
	if status, _ := k.asked(t, "POST", at+"/results", `{"code":"forged"}`); status != 422 {
		t.Error("a forged code:", status)
	}
	for _, name := range []string{`two\nlines`, `\u202egpj.exe`, `\u2066x`, `\u2028`, `\u0000`} {
		if status, _ := k.asked(t, "POST", at+"/results", `{"name":"`+name+`","code":"4 ms"}`); status != 422 {
			t.Errorf("a name that is no line, or turns the line around: %s: %d", name, status)
		}
	}
	if status, _ := k.asked(t, "GET", at+"/results", "", "Authorization", "bearer "+made["key"].(string)); status != 200 {
		t.Error("the scheme in small letters, as HTTP allows:", status)
	}
	for want, heads := range map[int][]string{401: nil, 403: {"Authorization", "Bearer " + made["board"].(string)}} {
		for _, do := range []string{"GET " + at + "/results", "DELETE " + at, "DELETE " + at + "/results/1"} {
			method, target, _ := strings.Cut(do, " ")
			if status, _ := k.asked(t, method, target, "", heads...); status != want {
				t.Errorf("%s: %d, want %d", do, status, want)
			}
		}
	}
	if status, _ := k.asked(t, "DELETE", at+"/results/1", "", key...); status != 204 {
		t.Error("delete a result:", status)
	}
	_, all := k.asked(t, "GET", at+"/results", "", key...)
	if list := all["results"].([]any); len(list) != 1 || list[0].(map[string]any)["code"] != "5 ms" {
		t.Error(all)
	}
	k.now = k.now.Add(48 * time.Hour)
	if status, _ := k.asked(t, "GET", at, ""); status != 404 {
		t.Error("a board that has expired:", status)
	}
}

func TestDeletedBoard(t *testing.T) {
	k := newKeeper(t, Options{})
	_, made := k.asked(t, "POST", "/api/boards", `{"title":"","lesson":"x"}`)
	at := "/api/boards/" + made["board"].(string)
	if status, _ := k.asked(t, "DELETE", at, "", "Authorization", "Bearer "+made["key"].(string)); status != 204 {
		t.Error(status)
	}
	if status, _ := k.asked(t, "POST", at+"/results", `{"code":"x"}`); status != 404 {
		t.Error("a result for a deleted board:", status)
	}
}

func TestBoardsThatAreNotMade(t *testing.T) {
	k := newKeeper(t, Options{})
	for body, want := range map[string]int{
		`{"lesson":""}`:                                             422,
		`{"lesson":"x","days":-1}`:                                  422,
		`{"lesson":"x","days":181}`:                                 422,
		`{"lesson":"x","title":"two\nlines"}`:                       422,
		`{"lesson":"x","title":"` + strings.Repeat("t", 201) + `"}`: 422,
		`{"lesson":"` + strings.Repeat("x", 64<<10+1) + `"}`:        413,
		`{"lesson":"` + strings.Repeat("x", 1<<20) + `"}`:           413,
	} {
		if status, answer := k.asked(t, "POST", "/api/boards", body); status != want || answer["errors"] == nil {
			t.Errorf("%.60s: %d %v, want %d", body, status, answer, want)
		}
	}
}

func TestPosterOfTooMuch(t *testing.T) {
	r := ask(New(Options{Limits: Limits{Records: 10}}), "GET", "/poster?"+smallLink[1:], "")
	if body := bodyOf(r); r.StatusCode != 413 || !strings.Contains(body, "in your browser") {
		t.Error(r.Status, body)
	}
}

func TestHealth(t *testing.T) {
	if status, v := newKeeper(t, Options{}).asked(t, "GET", "/healthz", ""); status != 200 || v["ok"] != true || v["store"] != "ok" {
		t.Error(status, v)
	}
	s, err := store.Open(context.Background(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	s.DB.Close()
	if r := ask(New(Options{Links: s}), "GET", "/healthz", ""); r.StatusCode != 503 {
		t.Error("with a store that is gone:", r.Status)
	}
}

func TestTooManyRequests(t *testing.T) {
	now := time.Unix(1_800_000_000, 0)
	limiter := &Window{Most: 2, Now: func() time.Time { return now }, Client: func(r *http.Request) string { return r.Header.Get("From") }}
	h := New(Options{Limiter: limiter})
	codes := func(from string) (list []int) {
		for range 3 {
			list = append(list, ask(h, "POST", "/api/run", fourWrites, "From", from).StatusCode)
		}
		return list
	}
	for _, from := range []string{"a", "b"} {
		if got := codes(from); got[0] != 200 || got[1] != 200 || got[2] != 429 {
			t.Errorf("%s: %v", from, got)
		}
	}
	if r := ask(h, "GET", "/healthz", "", "From", "a"); r.StatusCode != 200 {
		t.Error("health is refused:", r.Status)
	}
	// The pages read what refuses them, and what refuses a run is as its trace would be.
	for path, kind := range map[string]string{"/api/boards/x": "application/json", "/s/x": "application/json", "/api/run": "text/plain; charset=utf-8"} {
		if r := ask(h, "GET", path, "", "From", "a"); r.StatusCode != 429 || r.Header.Get("Content-Type") != kind || r.Header.Get("Retry-After") != "60" {
			t.Error(path, r.Status, r.Header)
		}
	}
	now = now.Add(time.Minute)
	if r := ask(h, "POST", "/api/run", fourWrites, "From", "a"); r.StatusCode != 200 {
		t.Error("a minute later:", r.Status)
	}
}
