//go:build !js

package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"strings"
	"time"

	"blkplay/wasm/worker/api"
	"blkplay/wasm/worker/store"
)

func main() {
	addr := flag.String("addr", "127.0.0.1:8625", "address to listen on")
	site := flag.String("site", "dist", "folder of the built site")
	data := flag.String("data", "blkplay.db", "file in which short links and boards are kept")
	most := flag.Int("rate", 600, "requests that a client may make in a minute, besides those for files; a class often has one address")
	proxied := flag.Bool("proxied", false, "a proxy stands before this: clients are told by X-Forwarded-For")
	headers := flag.Bool("headers", false, "print the _headers file of the site, and end")
	flag.Parse()
	if *headers {
		fmt.Print(api.AssetHeaders())
		return
	}
	if _, err := os.Stat(*site); err != nil {
		log.Fatal("worker: ", err, "; go run ./build makes the site")
	}
	kept, err := store.Open(context.Background(), *data)
	if err != nil {
		log.Fatal("worker: ", *data, ": ", err)
	}
	listener, err := net.Listen("tcp", *addr)
	if err != nil {
		log.Fatal("worker: ", err)
	}
	fmt.Printf("http://%s/\n", listener.Addr())
	server := &http.Server{
		Handler: api.New(api.Options{
			Site:    newFiles(*site),
			Links:   kept,
			Boards:  kept,
			Grader:  api.Lessons{},
			Limiter: &api.Window{Most: *most, Now: time.Now, Client: clientOf(*proxied)},
		}),
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       time.Minute,
	}
	log.Fatal("worker: ", server.Serve(listener))
}

// clientOf tells clients apart: by their address, or by what a proxy says of it.
func clientOf(proxied bool) func(*http.Request) string {
	return func(r *http.Request) string {
		if proxied {
			list := r.Header.Values("X-Forwarded-For")
			if len(list) > 0 {
				last := list[len(list)-1]
				return strings.TrimSpace(last[strings.LastIndexByte(last, ',')+1:]) // what the proxy itself saw
			}
		}
		host, _, err := net.SplitHostPort(r.RemoteAddr)
		if err != nil {
			return r.RemoteAddr
		}
		return host
	}
}
