# Fastly before the bucket, letting through what Matinee signs (DELIVERY=hmac): one snippet for each
# subroutine. Two private tables: "delivery_keys" with the keys `new` and `old`, and "bucket" with `host`
# (films.s3.eu-central-1.amazonaws.com), `region`, `access_key`, `secret_key`, which may do s3:GetObject and
# nothing else. Shielding on. Log req.url.path, never req.url: its query is a signature.

sub vcl_recv {
#FASTLY recv
  declare local var.path STRING;
  declare local var.expires STRING;
  declare local var.session STRING;
  declare local var.signature STRING;
  declare local var.message STRING;

  if (req.method == "OPTIONS") {
    error 604;
  }
  if (req.method != "GET" && req.method != "HEAD") {
    error 605;
  }
  # A shield gets what an edge has let through.
  if (fastly.ff.visits_this_service == 0) {
    # The whole query, in this order and nothing else, so that there is one way to read it.
    if (req.url !~ "^([^?]+)\?expires=([0-9]{1,12})(&x-matinee-session=([A-Za-z0-9_-]{1,64}))?&signature=([0-9a-f]{64})$") {
      error 603;
    }
    set var.path = re.group.1;
    set var.expires = re.group.2;
    set var.session = if(re.group.4, re.group.4, "");
    set var.signature = "0x" re.group.5;
    if (time.is_after(now, std.integer2time(std.atoi(var.expires)))) {
      error 603;
    }
    set var.message = var.path LF var.expires LF var.session;
    if (!digest.secure_is_equal(var.signature, digest.hmac_sha256(table.lookup(delivery_keys, "new"), var.message))
      && !digest.secure_is_equal(var.signature, digest.hmac_sha256(table.lookup(delivery_keys, "old", table.lookup(delivery_keys, "new")), var.message))) {
      error 603;
    }
    # One copy for all viewers: neither expiry, session nor signature is part of the key.
    set req.url = var.path;
  }
  unset req.http.Cookie;
  return(lookup);
}

sub vcl_miss {
#FASTLY miss
  # "Use of a shield": only the last hop speaks to the bucket.
  if (req.backend.is_origin) {
    declare local var.date STRING;
    declare local var.day STRING;
    declare local var.scope STRING;
    declare local var.canonical STRING;
    declare local var.empty STRING;
    set var.empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    set var.date = strftime({"%Y%m%dT%H%M%SZ"}, now);
    set var.day = strftime({"%Y%m%d"}, now);
    set var.scope = var.day "/" table.lookup(bucket, "region") "/s3/aws4_request";
    set bereq.http.Host = table.lookup(bucket, "host");
    set bereq.http.x-amz-date = var.date;
    set bereq.http.x-amz-content-sha256 = var.empty;
    unset bereq.http.Origin;
    set var.canonical = "GET" LF bereq.url.path LF LF
      "host:" bereq.http.Host LF "x-amz-content-sha256:" var.empty LF "x-amz-date:" var.date LF LF
      "host;x-amz-content-sha256;x-amz-date" LF var.empty;
    set bereq.http.Authorization = "AWS4-HMAC-SHA256 Credential=" table.lookup(bucket, "access_key") "/" var.scope
      ", SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature="
      regsub(digest.awsv4_hmac(table.lookup(bucket, "secret_key"), var.day, table.lookup(bucket, "region"), "s3",
        "AWS4-HMAC-SHA256" LF var.date LF var.scope LF regsub(digest.hash_sha256(var.canonical), "^0x", "")), "^0x", "");
  }
  return(fetch);
}

sub vcl_fetch {
#FASTLY fetch
  unset beresp.http.Vary;
  unset beresp.http.Set-Cookie;
  # Objects never change. "private" in the bucket is for caches that ask nobody.
  if (beresp.status == 200) {
    set beresp.ttl = 30d;
    return(deliver);
  }
  set beresp.ttl = 0s;
  return(deliver);
}

sub vcl_deliver {
#FASTLY deliver
  # A page must be able to read a refusal too, or it cannot ask for a new URL.
  set resp.http.Access-Control-Allow-Origin = "*";
  set resp.http.Access-Control-Allow-Methods = "GET, HEAD";
  set resp.http.Access-Control-Allow-Headers = "range";
  set resp.http.Access-Control-Expose-Headers = "Content-Length, Content-Range, ETag";
  set resp.http.Access-Control-Max-Age = "86400";
  return(deliver);
}

sub vcl_error {
#FASTLY error
  if (obj.status >= 603 && obj.status <= 605) {
    set obj.status = if(obj.status == 604, 204, if(obj.status == 605, 405, 403));
    synthetic "";
    return(deliver);
  }
}
