//go:build js

package main

import (
	"context"
	"net/http"
	"time"

	"github.com/syumai/workers/cloudflare"
	"github.com/syumai/workers/cloudflare/kv"

	"blkplay/wasm/worker/store"
)

// has reports whether the Worker was given something under this name.
func has(name string) bool { return !cloudflare.GetBinding(name).IsUndefined() }

// kvLinks keeps links in Workers KV, which forgets them by itself when they end.
type kvLinks struct{}

var _ store.Links = kvLinks{}

func (kvLinks) PutLink(_ context.Context, name, fragment string, expires time.Time) error {
	ns, err := kv.NewNamespace(linksBinding)
	if err != nil {
		return err
	}
	return ns.PutString(name, fragment, &kv.PutOptions{Expiration: int(expires.Unix())})
}

func (kvLinks) Link(_ context.Context, name string, _ time.Time) (string, error) {
	ns, err := kv.NewNamespace(linksBinding)
	if err != nil {
		return "", err
	}
	fragment, err := ns.GetString(name, nil)
	if err == nil && fragment == absent {
		err = store.ErrNone
	}
	return fragment, err
}

// absent is how the library gives a name that is not there. No fragment reads so.
const absent = "<null>"

// rate asks the edge's own rate limiter, by client. A client without an address
// (there is none on the edge) shares one count.
type rate struct{}

func (rate) Allow(r *http.Request) bool {
	answer, err := await(cloudflare.GetBinding(rateBinding).Call("limit", map[string]any{"key": r.Header.Get("CF-Connecting-IP")}))
	return err != nil || answer.Get("success").Bool() // a limiter that fails must not close the site
}
