//go:build js

package main

import (
	"database/sql"
	"log"

	"github.com/syumai/workers"
	"github.com/syumai/workers/cloudflare/d1"

	"blkplay/wasm/worker/api"
	"blkplay/wasm/worker/store"
)

// What wrangler.toml names. A Worker without one of them does not offer what
// needs it.
const (
	linksBinding  = "LINKS"  // KV
	boardsBinding = "BOARDS" // D1
	rateBinding   = "RATE"   // rate limit
)

// edgeLimits keep a request within the 10 ms of processor time that an edge gives.
// The page runs what is longer by itself.
var edgeLimits = api.Limits{TextBytes: 256 << 10, Records: 5000}

func main() {
	opt := api.Options{Site: assets{}, Limits: edgeLimits}
	if has(linksBinding) {
		opt.Links = kvLinks{}
	}
	if has(boardsBinding) {
		connector, err := d1.OpenConnector(boardsBinding)
		if err != nil {
			log.Fatal("worker: ", err)
		}
		opt.Boards, opt.Grader = store.SQL{DB: sql.OpenDB(connector)}, api.Lessons{Records: 20_000}
	}
	if has(rateBinding) {
		opt.Limiter = rate{}
	}
	workers.Serve(api.New(opt))
}
