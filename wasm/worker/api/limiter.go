package api

import (
	"net/http"
	"sync"
	"time"
)

// Limiter says whether one more request of a client may be answered.
type Limiter interface {
	Allow(r *http.Request) bool
}

// limited answers 429 to a client that asks too often.
func (h *handler) limited(w http.ResponseWriter, r *http.Request) bool {
	if h.Limiter == nil || h.Limiter.Allow(r) {
		return false
	}
	w.Header().Set("Retry-After", "60")
	f := formatJSON // as all answers but a run's
	if r.URL.Path == "/api/run" {
		f = formatOf(r)
	}
	refuse(w, f, http.StatusTooManyRequests, "too many requests from here: try again in a minute")
	return true
}

// Window is a Limiter for one process: so many requests of a client in a minute.
type Window struct {
	Most   int
	Now    func() time.Time
	Client func(*http.Request) string

	mu     sync.Mutex
	minute int64
	counts map[string]int
}

// Allow counts the request.
func (l *Window) Allow(r *http.Request) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if minute := l.Now().Unix() / 60; minute != l.minute || l.counts == nil {
		l.minute, l.counts = minute, map[string]int{} // nothing of a client is kept for longer
	}
	client := l.Client(r)
	l.counts[client]++
	return l.counts[client] <= l.Most
}
