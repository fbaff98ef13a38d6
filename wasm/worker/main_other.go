//go:build !js

package main

import (
	"flag"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"time"

	"blkplay/wasm/worker/api"
)

func main() {
	addr := flag.String("addr", "127.0.0.1:8625", "address to listen on")
	site := flag.String("site", "dist", "folder of the built site")
	headers := flag.Bool("headers", false, "print the _headers file of the site, and end")
	flag.Parse()
	if *headers {
		fmt.Print(api.AssetHeaders())
		return
	}
	if _, err := os.Stat(*site); err != nil {
		log.Fatal("worker: ", err, "; go run ./build makes the site")
	}
	listener, err := net.Listen("tcp", *addr)
	if err != nil {
		log.Fatal("worker: ", err)
	}
	fmt.Printf("http://%s/\n", listener.Addr())
	server := &http.Server{
		Handler:           api.New(api.Options{Site: http.FileServer(http.Dir(*site))}),
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       time.Minute,
	}
	log.Fatal("worker: ", server.Serve(listener))
}
