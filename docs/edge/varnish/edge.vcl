# A cache before the bucket that lets through what Matinee signs (DELIVERY=hmac). Needs vmod_digest; on
# Debian: apt-get install varnish varnish-vmod-digest. Lines marked "yours" are to be changed. Before it
# belongs what ends TLS; log by varnishncsa with %U, the path without its query.
vcl 4.1;

import digest;
import std;

backend bucket {
  .host = "films.s3.eu-central-1.amazonaws.com"; # yours: it lets this machine's address read
  .port = "80"; # yours
}

sub vcl_recv {
  if (req.method == "OPTIONS") {
    return (synth(204));
  }
  if (req.method != "GET" && req.method != "HEAD") {
    return (synth(405));
  }
  # The whole query, in this order and nothing else, so that there is one way to read it.
  if (req.url !~ "^[^?]+\?expires=[0-9]{1,12}(&x-matinee-session=[A-Za-z0-9_-]{1,64})?&signature=[0-9a-f]{64}$") {
    return (synth(403));
  }
  set req.http.X-Path = regsub(req.url, "\?.*$", "");
  set req.http.X-Expires = regsub(req.url, "^.*\?expires=([0-9]+).*$", "\1");
  set req.http.X-Signature = regsub(req.url, "^.*&signature=", "0x");
  set req.http.X-Session = "";
  if (req.url ~ "&x-matinee-session=") {
    set req.http.X-Session = regsub(req.url, "^.*&x-matinee-session=([^&]+).*$", "\1");
  }
  if (std.time(req.http.X-Expires, now - 1d) < now) {
    return (synth(403));
  }
  # A line for each of DELIVERY_KEYS. What is signed has three lines itself, which no header may hold.
  if (req.http.X-Signature != digest.hmac_sha256("KEY-OF-AT-LEAST-32-CHARACTERS-NEW", req.http.X-Path + {"
"} + req.http.X-Expires + {"
"} + req.http.X-Session) # yours
    && req.http.X-Signature != digest.hmac_sha256("KEY-OF-AT-LEAST-32-CHARACTERS-OLD", req.http.X-Path + {"
"} + req.http.X-Expires + {"
"} + req.http.X-Session)) { # yours
    return (synth(403));
  }
  set req.url = req.http.X-Path;
  unset req.http.X-Path;
  unset req.http.X-Expires;
  unset req.http.X-Signature;
  unset req.http.X-Session;
  unset req.http.Cookie;
  unset req.http.Authorization;
  unset req.http.Origin;
  return (hash);
}

# One copy for all viewers: neither expiry, session nor signature is part of the key.
sub vcl_hash {
  hash_data(req.url);
  return (lookup);
}

sub vcl_backend_fetch {
  set bereq.http.Host = "films.s3.eu-central-1.amazonaws.com"; # yours
  set bereq.url = "" + bereq.url; # yours: "/films" in path style
}

sub vcl_backend_response {
  # Objects never change. "private" in the bucket is for caches that ask nobody.
  if (beresp.status == 200) {
    set beresp.ttl = 30d;
  } else {
    set beresp.ttl = 0s;
  }
  unset beresp.http.Vary;
  unset beresp.http.Set-Cookie;
  return (deliver);
}

# A page must be able to read a refusal too, or it cannot ask for a new URL.
sub cors {
  set resp.http.Access-Control-Allow-Origin = "*";
  set resp.http.Access-Control-Allow-Methods = "GET, HEAD";
  set resp.http.Access-Control-Allow-Headers = "range";
  set resp.http.Access-Control-Expose-Headers = "Content-Length, Content-Range, ETag";
  set resp.http.Access-Control-Max-Age = "86400";
}

sub vcl_deliver {
  call cors;
  if (obj.hits > 0) {
    set resp.http.X-Cache = "HIT";
  } else {
    set resp.http.X-Cache = "MISS";
  }
  return (deliver);
}

sub vcl_synth {
  call cors;
  return (deliver);
}
