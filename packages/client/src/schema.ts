// Written from the server's OpenAPI description; not to be edited.
export interface paths {
    "/play/{token}/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Play begins: takes a place, starts a rental’s clock
         * @description Play begins: takes a place, starts a rental’s clock.
         */
        post: operations["beginPlayback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/play/{token}/{rendition}/urls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The next signed URLs; also the heartbeat
         * @description The next signed URLs; also the heartbeat.
         */
        get: operations["getUrls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/play/{token}/main.m3u8": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The master playlist
         * @description The master playlist.
         */
        get: operations["getMasterPlaylist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/play/{token}/{rendition}/index.m3u8": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The playlist of a rendition
         * @description The playlist of a rendition.
         */
        get: operations["getPlaylist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/play/{token}/{rendition}/keys.m3u8": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The playlist of single pictures, for seeking
         * @description The playlist of single pictures, for seeking.
         */
        get: operations["getKeyFramePlaylist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/play/{token}/{rendition}/init.mp4": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Redirect to the initialisation segment
         * @description Redirect to the initialisation segment.
         */
        get: operations["redirectToInit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/play/{token}/{rendition}/{segment}.m4s": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Redirect to a segment
         * @description Redirect to a segment.
         */
        get: operations["redirectToSegment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/play/{token}/{rendition}/0.vtt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Redirect to captions; of a preview those up to its end
         * @description Redirect to captions; of a preview those up to its end.
         */
        get: operations["redirectToCaptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/play/{token}/storyboard.vtt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview pictures: which shows when
         * @description Preview pictures: which shows when.
         */
        get: operations["getStoryboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/play/{token}/storyboard/{sheet}.jpg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Redirect to a sheet of preview pictures
         * @description Redirect to a sheet of preview pictures.
         */
        get: operations["redirectToStoryboardSheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/play/{token}/extras": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Captions and preview pictures as they are now
         * @description Captions and preview pictures as they are now.
         */
        get: operations["getExtras"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/play/{token}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Where the viewer is, while the film plays
         * @description Where the viewer is, while the film plays.
         */
        put: operations["keepProgress"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/play/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End playback
         * @description End playback.
         */
        delete: operations["endPlayback"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/play/{token}/beacon": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How the viewing went
         * @description How the viewing went.
         */
        post: operations["reportViewing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open an account
         * @description Open an account.
         */
        post: operations["signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description Sign in.
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange the refresh cookie
         * @description Exchange the refresh cookie.
         */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign this browser out
         * @description Sign this browser out.
         */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-out-everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign every browser out
         * @description Sign every browser out.
         */
        post: operations["signOutEverywhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/password/forgot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail a link that sets a new password
         * @description Mail a link that sets a new password.
         */
        post: operations["forgotPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password by a mailed link
         * @description Set a new password by a mailed link.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-in-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail a link that signs in
         * @description Mail a link that signs in.
         */
        post: operations["mailSignInLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-in-link/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in by a mailed link
         * @description Sign in by a mailed link.
         */
        post: operations["signInByLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/email/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the address by a mailed link
         * @description Confirm the address by a mailed link.
         */
        post: operations["verifyEmailByLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/email/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change to a new address by the link mailed to it
         * @description Change to a new address by the link mailed to it.
         */
        post: operations["confirmEmailChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/email/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the address by the six digits mailed to it
         * @description Confirm the address by the six digits mailed to it.
         */
        post: operations["verifyEmailByCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/email/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail the link and the digits again
         * @description Mail the link and the digits again.
         */
        post: operations["mailVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a browser needs to sign in with a passkey
         * @description What a browser needs to sign in with a passkey.
         */
        post: operations["passkeySignInOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a passkey
         * @description Sign in with a passkey.
         */
        post: operations["signInByPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a browser needs to make a passkey
         * @description What a browser needs to make a passkey.
         */
        post: operations["passkeyOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a passkey
         * @description Add a passkey.
         */
        post: operations["addPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a passkey
         * @description Remove a passkey.
         */
        delete: operations["removePasskey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to use codes of an app
         * @description Begin to use codes of an app.
         */
        post: operations["beginTotp"];
        /**
         * Use no codes any more
         * @description Use no codes any more.
         */
        delete: operations["removeTotp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show that the app gives the right codes
         * @description Show that the app gives the right codes.
         */
        post: operations["confirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make new recovery codes
         * @description Make new recovery codes.
         */
        post: operations["makeRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Passkeys, and whether codes of an app are asked for
         * @description Passkeys, and whether codes of an app are asked for.
         */
        get: operations["getFactors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/prove/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a browser needs to prove by a passkey who one is
         * @description What a browser needs to prove by a passkey who one is.
         */
        post: operations["proofOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/prove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove once more who one is, before what needs it
         * @description Prove once more who one is, before what needs it.
         */
        post: operations["prove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an invitation to run the site says
         * @description What an invitation to run the site says.
         */
        post: operations["readInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/invitation/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Become an operator by an invitation
         * @description Become an operator by an invitation.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the password; other browsers are signed out
         * @description Change the password; other browsers are signed out.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail a link to a new address, which it takes to change
         * @description Mail a link to a new address, which it takes to change.
         */
        post: operations["changeEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where one is signed in
         * @description Where one is signed in.
         */
        get: operations["listDevices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign a device out and stop what it plays
         * @description Sign a device out and stop what it plays.
         */
        delete: operations["dropDevice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Name, language and mails wanted
         * @description Name, language and mails wanted.
         */
        get: operations["getPreferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change name, language or mails wanted
         * @description Change name, language or mails wanted.
         */
        patch: operations["changePreferences"];
        trace?: never;
    };
    "/api/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that is kept of oneself
         * @description Everything that is kept of oneself.
         */
        get: operations["exportAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in
         * @description Who is signed in.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        /**
         * Have the account deleted in a week; what is being paid for ends now
         * @description Have the account deleted in a week; what is being paid for ends now.
         */
        delete: operations["deleteAccount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in, if anyone
         * @description Who is signed in, if anyone.
         */
        get: operations["getSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/site": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the site is called
         * @description What the site is called.
         */
        get: operations["getSite"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/site/legal/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A legal page
         * @description A legal page.
         */
        get: operations["getLegalPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is set for the site
         * @description What is set for the site.
         */
        get: operations["getSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what is set for the site
         * @description Change what is set for the site.
         */
        patch: operations["changeSettings"];
        trace?: never;
    };
    "/api/studio/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was mailed to whom, newest first
         * @description What was mailed to whom, newest first.
         */
        get: operations["listMails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/settings/legal-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How a legal page will look
         * @description How a legal page will look.
         */
        post: operations["previewLegalPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/settings/test-mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a mail to oneself, as viewers get it
         * @description Send a mail to oneself, as viewers get it.
         */
        post: operations["sendTestMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/settings/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Take a PNG, JPEG or WebP as the logo of the site
         * @description Take a PNG, JPEG or WebP as the logo of the site.
         */
        put: operations["changeLogo"];
        post?: never;
        /**
         * Remove the logo
         * @description Remove the logo.
         */
        delete: operations["removeLogo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Plans on sale
         * @description Plans on sale.
         */
        get: operations["listPlans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/billing/checkout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a payment page for a plan or a film
         * @description Open a payment page for a plan or a film.
         */
        post: operations["openCheckout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/billing/portal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open the billing portal
         * @description Open the billing portal.
         */
        post: operations["openPortal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/billing/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a payment page has given, on return from it
         * @description What a payment page has given, on return from it.
         */
        post: operations["confirmCheckout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/billing/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fetch what was changed in the portal
         * @description Fetch what was changed in the portal.
         */
        post: operations["refreshBilling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/billing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The plan held, and films bought
         * @description The plan held, and films bought.
         */
        get: operations["getBilling"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/billing/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Invoices of the plan
         * @description Invoices of the plan.
         */
        get: operations["listInvoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/billing/change/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What another plan would cost today, and next
         * @description What another plan would cost today, and next.
         */
        post: operations["previewPlanChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/billing/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change to another plan, as previewed
         * @description Change to another plan, as previewed.
         */
        post: operations["changePlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/billing/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause the plan
         * @description Pause the plan.
         */
        post: operations["pausePlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/billing/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel the plan at the end of what is paid for
         * @description Cancel the plan at the end of what is paid for.
         */
        post: operations["cancelPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/billing/pay-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pay once more for a plan whose payment went back
         * @description Pay once more for a plan whose payment went back.
         */
        post: operations["payAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every payment made
         * @description Every payment made.
         */
        get: operations["listPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/billing/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a pause or a cancellation back
         * @description Take a pause or a cancellation back.
         */
        post: operations["resumePlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/billing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the webhook inbox and reconciling stand
         * @description How the webhook inbox and reconciling stand.
         */
        get: operations["getBillingState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/billing/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events of the webhook inbox
         * @description Events of the webhook inbox.
         */
        get: operations["listInboxEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/billing/events/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Act on an event again
         * @description Act on an event again.
         */
        post: operations["replayInboxEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/users/{id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fetch what Stripe says of someone
         * @description Fetch what Stripe says of someone.
         */
        post: operations["syncPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payments, newest first
         * @description Payments, newest first.
         */
        get: operations["listStudioPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/payments/unclaimed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Customers who paid and are nobody’s
         * @description Customers who paid and are nobody’s.
         */
        get: operations["listUnclaimedCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/payments/{id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refund a payment, in full or in part
         * @description Refund a payment, in full or in part.
         */
        post: operations["refundPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/users/{id}/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join a Stripe customer to an account
         * @description Join a Stripe customer to an account.
         */
        post: operations["joinCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Plans, with who pays what
         * @description Plans, with who pays what.
         */
        get: operations["listStudioPlans"];
        put?: never;
        /**
         * Make a plan
         * @description Make a plan.
         */
        post: operations["createPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a plan, its prices, or whether it is sold
         * @description Change a plan, its prices, or whether it is sold.
         */
        patch: operations["changeStudioPlan"];
        trace?: never;
    };
    "/api/studio/promotion-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Promotion codes, the newest first
         * @description Promotion codes, the newest first.
         */
        get: operations["listPromotionCodes"];
        put?: never;
        /**
         * Make a promotion code
         * @description Make a promotion code.
         */
        post: operations["createPromotionCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/promotion-codes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Switch a promotion code off, or on again
         * @description Switch a promotion code off, or on again.
         */
        patch: operations["switchPromotionCode"];
        trace?: never;
    };
    "/webhooks/stripe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Where Stripe sends its events
         * @description Where Stripe sends its events.
         */
        post: operations["receiveStripeEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/users/{id}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What someone was given
         * @description What someone was given.
         */
        get: operations["listGrants"];
        put?: never;
        /**
         * Give access to a plan or a film
         * @description Give access to a plan or a film.
         */
        post: operations["giveGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/users/{id}/grants/{grantId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take back what was given
         * @description Take back what was given.
         */
        delete: operations["revokeGrant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/users/{id}/access/{videoId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why someone may or may not watch a film
         * @description Why someone may or may not watch a film.
         */
        get: operations["explainAccess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Films, newest first
         * @description Films, newest first.
         */
        get: operations["listVideos"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{idOrSlug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One film
         * @description One film.
         */
        get: operations["getVideo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{idOrSlug}/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Films to go on with after this one
         * @description Films to go on with after this one.
         */
        get: operations["listSimilar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{idOrSlug}/poster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The poster of a film, at an address that stays good
         * @description The poster of a film, at an address that stays good.
         */
        get: operations["getPoster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/front": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The front page, as its operator has arranged it
         * @description The front page, as its operator has arranged it.
         */
        get: operations["getFront"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Collections with a film on show, the newest first
         * @description Collections with a film on show, the newest first.
         */
        get: operations["listCollections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One collection with its films
         * @description One collection with its films.
         */
        get: operations["getCollection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a preview link: its film may then be watched for a while
         * @description Open a preview link: its film may then be watched for a while.
         */
        post: operations["openPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/begun": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Films begun and not finished
         * @description Films begun and not finished.
         */
        get: operations["listContinueWatching"];
        put?: never;
        post?: never;
        /**
         * Forget what was watched, and where one was
         * @description Forget what was watched, and where one was.
         */
        delete: operations["clearHistory"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/watchlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Films to watch later
         * @description Films to watch later.
         */
        get: operations["getWatchlist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/watchlist/{videoId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Watch a film later
         * @description Watch a film later.
         */
        put: operations["addToWatchlist"];
        post?: never;
        /**
         * Take a film off the list
         * @description Take a film off the list.
         */
        delete: operations["dropFromWatchlist"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Films by title, people, categories, description and what is said in them
         * @description Films by title, people, categories, description and what is said in them.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oembed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What another page needs to show a film (oembed.com)
         * @description What another page needs to show a film (oembed.com).
         */
        get: operations["getOEmbed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/embed/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a page of another site play one film as this viewer
         * @description Let a page of another site play one film as this viewer.
         */
        post: operations["makeFilmCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/embed/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a code for the token that it stands for
         * @description Exchange a code for the token that it stands for.
         */
        post: operations["exchangeFilmCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/mail-texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What mails say
         * @description What mails say.
         */
        get: operations["listMailTexts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/mail-texts/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change what a mail says
         * @description Change what a mail says.
         */
        put: operations["changeMailText"];
        post?: never;
        /**
         * Go back to the usual text of a mail
         * @description Go back to the usual text of a mail.
         */
        delete: operations["resetMailText"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/mail-texts/{kind}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How a mail will read
         * @description How a mail will read.
         */
        post: operations["previewMailText"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/videos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Films, drafts included
         * @description Films, drafts included.
         */
        get: operations["listStudioVideos"];
        put?: never;
        /**
         * Begin a film
         * @description Begin a film.
         */
        post: operations["createVideo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/videos/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One film, as its operator sees it
         * @description One film, as its operator sees it.
         */
        get: operations["getStudioVideo"];
        put?: never;
        post?: never;
        /**
         * Delete a film and all that lies in the bucket for it
         * @description Delete a film and all that lies in the bucket for it.
         */
        delete: operations["deleteVideo"];
        options?: never;
        head?: never;
        /**
         * Change a film
         * @description Change a film.
         */
        patch: operations["changeVideo"];
        trace?: never;
    };
    "/api/studio/videos/{id}/captions/{captionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete captions
         * @description Delete captions.
         */
        delete: operations["deleteCaptions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/videos/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change many films
         * @description Change many films.
         */
        post: operations["changeVideos"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/videos/{id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a film with all that is said of another, and none of its files
         * @description Begin a film with all that is said of another, and none of its files.
         */
        post: operations["duplicateVideo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/videos/{id}/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview links of a film, ended ones included
         * @description Preview links of a film, ended ones included.
         */
        get: operations["listPreviews"];
        put?: never;
        /**
         * Make a link by which the film may be watched for some days
         * @description Make a link by which the film may be watched for some days.
         */
        post: operations["makePreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/videos/{id}/previews/{previewId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a preview link, and what plays by it
         * @description End a preview link, and what plays by it.
         */
        delete: operations["revokePreview"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/videos/{id}/encode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far the encode of a film is
         * @description How far the encode of a film is.
         */
        get: operations["getEncode"];
        put?: never;
        /**
         * Encode a film again
         * @description Encode a film again.
         */
        post: operations["encodeAgain"];
        /**
         * Cancel the encode of a film
         * @description Cancel the encode of a film.
         */
        delete: operations["cancelEncode"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/videos/{id}/encode/first": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Encode this film before the others
         * @description Encode this film before the others.
         */
        post: operations["encodeFirst"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/videos/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changes of a film, as server-sent events
         * @description What changes of a film, as server-sent events.
         */
        get: operations["followVideo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every collection, empty ones included
         * @description Every collection, empty ones included.
         */
        get: operations["listStudioCollections"];
        put?: never;
        /**
         * Make a collection
         * @description Make a collection.
         */
        post: operations["createCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/collections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One collection, as its operator sees it
         * @description One collection, as its operator sees it.
         */
        get: operations["getStudioCollection"];
        put?: never;
        post?: never;
        /**
         * Delete a collection; its films stay
         * @description Delete a collection; its films stay.
         */
        delete: operations["deleteCollection"];
        options?: never;
        head?: never;
        /**
         * Change a collection or the order of its films
         * @description Change a collection or the order of its films.
         */
        patch: operations["changeCollection"];
        trace?: never;
    };
    "/api/studio/bundles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bundles, the newest first
         * @description Bundles, the newest first.
         */
        get: operations["listBundles"];
        put?: never;
        /**
         * Sell several films together
         * @description Sell several films together.
         */
        post: operations["createBundle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/bundles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a bundle, or whether it is sold
         * @description Change a bundle, or whether it is sold.
         */
        patch: operations["changeBundle"];
        trace?: never;
    };
    "/api/studio/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit log, newest first
         * @description The audit log, newest first.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit log as a file, whole or filtered
         * @description The audit log as a file, whole or filtered.
         */
        get: operations["exportAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find accounts
         * @description Find accounts.
         */
        get: operations["listPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/users/countries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where people are from
         * @description Where people are from.
         */
        get: operations["listPeopleCountries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/users/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Accounts as a CSV file
         * @description Accounts as a CSV file.
         */
        get: operations["exportPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/users/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Notes about someone
         * @description Notes about someone.
         */
        get: operations["listNotes"];
        put?: never;
        /**
         * Write a note about someone
         * @description Write a note about someone.
         */
        post: operations["addNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/users/{id}/notes/{noteId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a note about someone
         * @description Delete a note about someone.
         */
        delete: operations["deleteNote"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/users/{id}/story": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened with someone, newest first
         * @description What happened with someone, newest first.
         */
        get: operations["getPersonStory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One account, with its plan and purchases
         * @description One account, with its plan and purchases.
         */
        get: operations["getPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Close an account, open it again, or change its role
         * @description Close an account, open it again, or change its role.
         */
        patch: operations["changePerson"];
        trace?: never;
    };
    "/api/studio/users/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring people along from a CSV file
         * @description Bring people along from a CSV file.
         */
        post: operations["importPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/front": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the front page is arranged
         * @description How the front page is arranged.
         */
        get: operations["getStudioFront"];
        /**
         * Arrange the front page
         * @description Arrange the front page.
         */
        put: operations["changeFront"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/front/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The front page as it would be
         * @description The front page as it would be.
         */
        post: operations["previewFront"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/operators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who runs the site, and who is invited
         * @description Who runs the site, and who is invited.
         */
        get: operations["listOperators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/operators/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite someone by mail to run the site
         * @description Invite someone by mail to run the site.
         */
        post: operations["inviteOperator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/operators/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take an invitation back
         * @description Take an invitation back.
         */
        delete: operations["takeInvitationBack"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the house stands
         * @description How the house stands.
         */
        get: operations["getState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try work that fails again now
         * @description Try work that fails again now.
         */
        post: operations["retryJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/opening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is to be done before opening
         * @description What is to be done before opening.
         */
        get: operations["getOpening"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Leave a step, or take it up again
         * @description Leave a step, or take it up again.
         */
        patch: operations["leaveOpeningStep"];
        trace?: never;
    };
    "/api/studio/opening/doors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open the site
         * @description Open the site.
         */
        post: operations["openDoors"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try everything that is needed from outside
         * @description Try everything that is needed from outside.
         */
        post: operations["runChecks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/stripe/connect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make in Stripe what the site needs there: webhook and portal
         * @description Make in Stripe what the site needs there: webhook and portal.
         */
        post: operations["connectStripe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{idOrSlug}/playback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a playback: nothing is stored and no place taken until it begins
         * @description Open a playback: nothing is stored and no place taken until it begins.
         */
        post: operations["startPlayback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/videos/{idOrSlug}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Where the viewer is
         * @description Where the viewer is.
         */
        put: operations["saveProgress"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/streams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Devices that play now
         * @description Devices that play now.
         */
        get: operations["listStreams"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/streams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Stop another device
         * @description Stop another device.
         */
        delete: operations["stopStream"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Start-up time, stalls and errors of the last days
         * @description Start-up time, stalls and errors of the last days.
         */
        get: operations["getQuality"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What came in, who subscribes and what was watched
         * @description What came in, who subscribes and what was watched.
         */
        get: operations["getNumbers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Today, and the last thirty days beside those before
         * @description Today, and the last thirty days beside those before.
         */
        get: operations["getSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/videos/{id}/audience": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a film is watched
         * @description How far a film is watched.
         */
        get: operations["getAudience"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who watches what now, or what one person does
         * @description Who watches what now, or what one person does.
         */
        get: operations["listLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/live/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Stop what someone watches
         * @description Stop what someone watches.
         */
        delete: operations["stopPlaying"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/videos/{id}/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Uploads of a film that are not finished
         * @description Uploads of a film that are not finished.
         */
        get: operations["listUploads"];
        put?: never;
        /**
         * Begin an upload
         * @description Begin an upload.
         */
        post: operations["beginUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/uploads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An upload and the parts that have arrived
         * @description An upload and the parts that have arrived.
         */
        get: operations["getUpload"];
        put?: never;
        post?: never;
        /**
         * Give an upload up
         * @description Give an upload up.
         */
        delete: operations["abortUpload"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/uploads/{id}/parts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signed URLs for parts
         * @description Signed URLs for parts.
         */
        post: operations["signParts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/studio/uploads/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * All parts are there
         * @description All parts are there.
         */
        post: operations["completeUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        About: {
            year: number | null;
            ageRating: string | null;
            /** @description Who made it and who is in it, in order. */
            people: string[];
            /** @description Such as documentary. */
            categories: string[];
            /** @description Finer than categories: what it is about. */
            tags: string[];
            /** @description Where it was made. */
            countries: string[];
            /** @description What is spoken in it. */
            languages: string[];
        };
        Access: {
            allowed: boolean;
            because: components["schemas"]["AccessReason"];
            until: string | null;
            /** @description Best first; none where access is given. */
            offers: components["schemas"]["Offer"][];
        };
        /** @enum {string} */
        AccessReason: "free" | "operator" | "subscription" | "bought" | "rented" | "granted" | "preview" | "sign_in_required" | "account_disabled" | "not_entitled" | "payment_failed" | "payment_incomplete" | "payment_pending" | "subscription_paused" | "subscription_ended" | "plan_not_included" | "rental_expired" | "refunded" | "disputed" | "grant_ended" | "preview_ended" | "archived" | "coming";
        ActiveStream: {
            /** Format: uuid */
            id: string;
            deviceName: string | null;
            /** Format: date-time */
            startedAt: string;
            title: string;
        };
        AlreadySubscribedProblem: {
            /** @description about:blank: `code` says more than a link would. */
            type: string;
            status: number;
            /** @description What happened and what to do, for people. */
            detail: string;
            /** @enum {string} */
            code: "ALREADY_SUBSCRIBED";
            /** @description What would give access. */
            offers: components["schemas"]["Offer"][];
            title: string;
        };
        Audience: {
            /** Format: uuid */
            videoId: string;
            /**
             * Format: date
             * @description A day, UTC.
             */
            from: string;
            /**
             * Format: date
             * @description Not counted any more.
             */
            to: string;
            /** @description Seconds of the film that each count is for. */
            stepSeconds: number;
            /** @description Viewings whose player told what was played. */
            viewings: number;
            /** @description How many of these played each step, from the beginning; each viewing once. */
            counts: number[];
            title: string;
        };
        AuditEntry: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            actorId: string | null;
            actor: string | null;
            /** @description Such as "grant.given" or "user.disabled". */
            action: string;
            /** @description Such as "user:<id>". */
            subject: string;
            details: unknown;
        };
        BadRequestProblem: {
            /** @description about:blank: `code` says more than a link would. */
            type: string;
            status: number;
            /** @description What happened and what to do, for people. */
            detail: string;
            /** @enum {string} */
            code: "BAD_REQUEST";
            /** @description What is wrong with the input, by field. */
            fields?: components["schemas"]["RefusedField"][];
            title: string;
        };
        BulkResult: {
            /** Format: uuid */
            id: string;
            /**
             * @description `unchanged`: it was so already. `refused`: nothing of the change was made.
             * @enum {string}
             */
            outcome: "done" | "unchanged" | "refused";
            reason: string | null;
            title: string | null;
        };
        Caption: {
            /** @description BCP 47 */
            language: string;
            label: string;
            url: string;
        };
        Card: {
            /** Format: uuid */
            id: string;
            slug: string;
            durationSeconds: number | null;
            posterUrl: string | null;
            /** @description The same picture in other sizes and formats, the smallest format first; none for one of an earlier version. */
            posterSizes: components["schemas"]["PosterSize"][];
            resumeSeconds: number | null;
            access: components["schemas"]["Access"];
            comingAt?: string | null;
            title: string;
        };
        Chapter: {
            startSeconds: number;
            title: string;
        };
        Check: {
            what: string;
            ok: boolean;
            /** @description Nothing is broken, and something that a site wants is not set. */
            todo?: boolean;
            /** @description What was found, or what to do about it. */
            says: string;
        };
        Collection: {
            slug: string;
            description: string;
            series: boolean;
            /** @description Of a series: those with an episode on show. */
            seasons: components["schemas"]["Season"][];
            /** @description Films on show, in their order; of a series its episodes. */
            videos: components["schemas"]["CollectionFilm"][];
            /** @description Of a series. */
            trailers: components["schemas"]["Card"][];
            /** @description Of a series. */
            extras: components["schemas"]["Card"][];
            nextCursor: number | null;
            title: string;
        };
        CollectionEntry: {
            slug: string;
            description: string;
            series: boolean;
            title: string;
        };
        CollectionFilm: {
            /** Format: uuid */
            id: string;
            slug: string;
            durationSeconds: number | null;
            posterUrl: string | null;
            /** @description The same picture in other sizes and formats, the smallest format first; none for one of an earlier version. */
            posterSizes: components["schemas"]["PosterSize"][];
            resumeSeconds: number | null;
            access: components["schemas"]["Access"];
            comingAt?: string | null;
            /** @description Of an episode. */
            season: number | null;
            /** @description Its number in the season. */
            episode: number | null;
            /** @description The viewer has seen it to the end. */
            watched: boolean;
            title: string;
        };
        ConflictProblem: {
            /** @description about:blank: `code` says more than a link would. */
            type: string;
            status: number;
            /** @description What happened and what to do, for people. */
            detail: string;
            /** @enum {string} */
            code: "CONFLICT";
            /** @description What is stored now. */
            current?: {
                [key: string]: unknown;
            };
            /** @description The members that someone else has changed. */
            differs?: string[];
            title: string;
        };
        Device: {
            /** Format: uuid */
            id: string;
            name: string | null;
            /** Format: date-time */
            lastSeenAt: string;
            /** @description The one that asks. */
            current: boolean;
            playing: string | null;
        };
        /**
         * @description Of a plan: how many payments it lowers; `repeating`: those of some months.
         * @enum {string}
         */
        DiscountDuration: "once" | "repeating" | "forever";
        Earned: {
            /** @description ISO 4217, in small letters. */
            currency: string;
            /** @description What arrived, in the currency's minor unit. */
            amount: number;
            /** @description Of these payments, whenever it was paid back. */
            refunded: number;
        };
        EmailTakenProblem: {
            /** @description about:blank: `code` says more than a link would. */
            type: string;
            status: number;
            /** @description What happened and what to do, for people. */
            detail: string;
            /** @enum {string} */
            code: "EMAIL_TAKEN";
            title: string;
        };
        EncodeStep: {
            /**
             * @description `look` comes first: getting the file and finding out what it is.
             * @enum {string}
             */
            kind: "look" | "poster" | "captions" | "audio" | "video" | "storyboard";
            renditions: string[];
            progress: number;
            /** @enum {string} */
            state: "waiting" | "running" | "done";
        };
        EntitlementsUnavailableProblem: {
            /** @description about:blank: `code` says more than a link would. */
            type: string;
            status: number;
            /** @description What happened and what to do, for people. */
            detail: string;
            /** @enum {string} */
            code: "ENTITLEMENTS_UNAVAILABLE";
            title: string;
        };
        /**
         * @description Stable: decide by this one.
         * @enum {string}
         */
        ErrorCode: "BAD_REQUEST" | "WEBHOOK_SIGNATURE" | "ORIGIN_REFUSED" | "SIGN_IN_REQUIRED" | "WRONG_CREDENTIALS" | "SECOND_FACTOR_REQUIRED" | "STEP_UP_REQUIRED" | "RESET_LINK_INVALID" | "PAYMENT_DECLINED" | "PAYMENT_REQUIRED" | "FORBIDDEN" | "NOT_FOUND" | "EMAIL_TAKEN" | "TOO_MANY_STREAMS" | "STREAM_TAKEN_OVER" | "ALREADY_SUBSCRIBED" | "CONFLICT" | "PLAYBACK_ENDED" | "TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "TOO_MANY_REQUESTS" | "INTERNAL" | "PAYMENT_PROVIDER_UNAVAILABLE" | "ENTITLEMENTS_UNAVAILABLE" | "UNAVAILABLE";
        /** @enum {string} */
        EventStatus: "received" | "processed" | "ignored" | "dead";
        Explanation: {
            /** @description With the facts that belong to the reason. */
            decision: {
                allowed: boolean;
                because: components["schemas"]["AccessReason"];
                until: string | null;
            } & {
                [key: string]: unknown;
            };
            maxStreams: number;
            /** @description Each thing held and what it is worth now. Refused: until is since when. */
            considered: {
                what: string;
                id: string;
                holds: boolean;
                /** @enum {string} */
                because: "counts now" | "free" | "operator" | "subscription" | "bought" | "rented" | "granted" | "preview" | "sign_in_required" | "account_disabled" | "not_entitled" | "payment_failed" | "payment_incomplete" | "payment_pending" | "subscription_paused" | "subscription_ended" | "plan_not_included" | "rental_expired" | "refunded" | "disputed" | "grant_ended" | "preview_ended" | "archived" | "coming";
                until: string | null;
            }[];
            /** @description Everything that the decision was made from. */
            facts: {
                [key: string]: unknown;
            };
        };
        FailingJob: {
            /** Format: uuid */
            id: string;
            /** @description Of the queue, such as "transcode-film-sweep". */
            kind: string;
            videoId: string | null;
            /** @enum {string} */
            state: "waiting" | "running" | "given-up";
            failures: number;
            /** @description What it failed of, the last time. */
            says: string;
            /** Format: date-time */
            since: string;
            /** @description When it is tried again; null: it is not. */
            nextAt: string | null;
        };
        /** @description To be exchanged at once, by a page of `origin`. */
        FilmCode: {
            code: string;
            expiresInSeconds: number;
        };
        /**
         * @description draft: viewers cannot see it. scheduled: it goes on show by itself. unlisted: on show for
         *     whoever has its address. archived: offered to nobody; those who have it keep it.
         * @enum {string}
         */
        FilmState: "draft" | "scheduled" | "published" | "unlisted" | "archived";
        /**
         * @description Sent as "Authorization: Bearer" it stands for its viewer where one film is concerned:
         *     to open its playback, keep its position, and stop another device in its favour. It ends with the
         *     sign-in that it came from.
         */
        FilmToken: {
            token: string;
            expiresInSeconds: number;
        };
        ForbiddenProblem: {
            /** @description about:blank: `code` says more than a link would. */
            type: string;
            status: number;
            /** @description What happened and what to do, for people. */
            detail: string;
            /** @enum {string} */
            code: "FORBIDDEN";
            title: string;
        };
        Front: {
            hero: components["schemas"]["Card"] | null;
            /** @description Those with a film in them. */
            rows: {
                kind: components["schemas"]["FrontRowKind"];
                collection: string | null;
                category: string | null;
                videos: components["schemas"]["Card"][];
                /** @description Of all films: where GET /api/videos goes on. */
                nextCursor: string | null;
                /** @description Empty: the usual one. */
                title: string;
            }[];
        };
        FrontChange: {
            hero: components["schemas"]["FrontHero"];
            /** @description In order. */
            rows: components["schemas"]["FrontRow"][];
            /** @description What was changed: refused if someone has saved since. Left out: not asked. */
            version?: number;
        };
        FrontDraft: {
            hero: components["schemas"]["FrontHero"];
            /** @description In order. */
            rows: components["schemas"]["FrontRow"][];
        };
        FrontHero: {
            /**
             * @description usual: what the viewer watched last and has not finished, else the newest. A film that is gone gives way to the newest.
             * @enum {string}
             */
            kind: "usual" | "newest" | "film";
            /** @description Of the kind film. */
            videoId: string | null;
        };
        FrontRow: {
            kind: components["schemas"]["FrontRowKind"];
            hidden: boolean;
            category: string | null;
            collectionId: string | null;
            videoIds: string[];
            /** @description Empty: the usual one. */
            title: string;
        };
        /** @enum {string} */
        FrontRowKind: "continue" | "watchlist" | "new" | "free" | "coming" | "category" | "collection" | "films" | "all";
        Grant: {
            /** Format: uuid */
            id: string;
            planId: string | null;
            videoId: string | null;
            until: string | null;
            reason: string;
            grantedById: string | null;
            /** Format: date-time */
            createdAt: string;
            revokedAt: string | null;
            title: string | null;
        };
        HeldPlan: {
            planId: string;
            name: string;
            priceId: string;
            price: {
                /** @description day, week, month, year, or such as "3 months" */
                interval: string;
                /** @description In the currency's minor unit. */
                amount: number;
                /** @description ISO 4217, in small letters. */
                currency: string;
            } | null;
            status: components["schemas"]["SubscriptionStatus"];
            /** Format: date-time */
            currentPeriodEnd: string;
            endsAt: string | null;
            /** @description Renewals are not charged until it is resumed. */
            paused: boolean;
            /** @description Why films do not play although the status says so. */
            suspended: components["schemas"]["Suspension"] | null;
            confirmUrl: string | null;
            /** @description What is charged next, where a discount makes it other than the price. */
            nextAmount: number | null;
        };
        HouseState: {
            bucket: {
                /** @enum {string} */
                standing: "ours" | "another" | "ahead" | "copy" | "unclaimed" | "unreachable";
                says: string | null;
            };
            proxy: {
                range: string | null;
                says: string | null;
            };
            /** @description Of the bucket, once a year: when it ended, and what it moved to trash/. */
            walk: {
                /** Format: date-time */
                at: string;
                going: boolean;
                moved: number;
            };
            jobsWaiting: number;
            /** @description Those that fail, the newest first; 100 at most. */
            jobs: components["schemas"]["FailingJob"][];
        };
        ImportedPeople: {
            /** @description False: lines were wrong, and nothing was done. */
            done: boolean;
            lines: number;
            /** @description New accounts. */
            added: number;
            /** @description Accounts that were there already. */
            known: number;
            /** @description What was given that had not been before. */
            given: number;
            wrong: number;
            /** @description The first thousand lines that are wrong. */
            problems: {
                line: number;
                message: string;
            }[];
        };
        InboxEvent: {
            id: string;
            /** @description Stripe's word. */
            type: string;
            status: components["schemas"]["EventStatus"];
            subject: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            receivedAt: string;
            attempts: number;
            nextAttemptAt: string | null;
            lastError: string | null;
        };
        Invitation: {
            /** Format: uuid */
            id: string;
            email: string;
            role: components["schemas"]["OperatorRole"];
            invitedBy: string | null;
            /** Format: date-time */
            expiresAt: string;
        };
        InvitationTerms: {
            email: string;
            role: components["schemas"]["OperatorRole"];
            /** @description Then they accept it signed in. */
            hasAccount: boolean;
        };
        Invoice: {
            id: string;
            number: string | null;
            status: components["schemas"]["InvoiceStatus"];
            /** Format: date-time */
            createdAt: string;
            /** @description In the currency's minor unit. */
            amount: number;
            /** @description ISO 4217, in small letters. */
            currency: string;
            url: string | null;
        };
        /** @enum {string} */
        InvoiceStatus: "paid" | "open" | "void" | "uncollectible";
        LegalLink: {
            slug: string;
            title: string;
        };
        LegalPage: {
            slug: string;
            /** @description Markdown, or HTML. */
            text: string;
            title: string;
        };
        LegalPreview: {
            html: string;
        };
        LegalText: {
            slug: string;
            /** @description Of harmless elements alone. */
            html: string;
            title: string;
        };
        ListedCollection: {
            /** Format: uuid */
            id: string;
            slug: string;
            description: string;
            /** Format: date-time */
            createdAt: string;
            /** @description One more with each change. */
            version: number;
            /** @description Its films are the episodes of seasons. */
            series: boolean;
            /** @description In order, also of films that are not on show; of a series all its episodes. */
            videoIds: string[];
            seasons: components["schemas"]["SeasonOfFilms"][];
            trailerIds: string[];
            extraIds: string[];
            planIds: string[];
            title: string;
        };
        Live: {
            /** @description All that plays. */
            count: number;
            /** @description Those that began last. */
            sessions: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                videoId: string;
                person: {
                    /** Format: uuid */
                    id: string;
                    email: string;
                } | null;
                device: string | null;
                /** Format: date-time */
                startedAt: string;
                /** @description Only the beginning may be watched. */
                isPreview: boolean;
                title: string;
            }[];
        };
        MadePreview: {
            preview: components["schemas"]["PreviewLink"];
            /** @description Told once: only its hash is kept. */
            url: string;
        };
        /** @enum {string} */
        MailKind: "welcome" | "receipt" | "trialEnding" | "cancelled" | "news" | "verification" | "paymentFailed" | "confirmationNeeded";
        MailPreview: {
            subject: string;
            text: string;
        };
        MailRecord: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            to: string;
            subject: string;
            /**
             * @description bounced: the address was refused for good, and gets no more news.
             * @enum {string}
             */
            outcome: "sent" | "failed" | "bounced";
            error: string | null;
        };
        MailText: {
            kind: components["schemas"]["MailKind"];
            subject: string;
            text: string;
            changedAt: string | null;
            /** @description As it is where nobody has changed it. */
            usual: boolean;
            /** @description What can be put in, without braces. */
            placeholders: string[];
            /** @description Those that the text must have. */
            required: string[];
        };
        /** @description Plain text, with what is put in between braces: {siteName}. */
        MailWording: {
            subject: string;
            text: string;
        };
        Moment: {
            /** @description When it is said. */
            seconds: number;
            /** @description What is said then. */
            text: string;
            /** @description Of the captions: BCP 47. */
            language: string;
        };
        MyPurchase: {
            id: string;
            kind: components["schemas"]["PurchaseKind"];
            status: components["schemas"]["PurchaseStatus"];
            /** @description In the currency's minor unit. */
            amount: number;
            /** @description In the currency's minor unit. */
            amountRefunded: number;
            /** @description ISO 4217, in small letters. */
            currency: string;
            video: {
                slug: string;
                title: string;
            };
            /** Format: date-time */
            paidAt: string;
            startBy: string | null;
            watchUntil: string | null;
            receiptUrl: string | null;
        };
        Neighbour: {
            /** Format: uuid */
            id: string;
            slug: string;
            durationSeconds: number | null;
            posterUrl: string | null;
            /** @description The same picture in other sizes and formats, the smallest format first; none for one of an earlier version. */
            posterSizes: components["schemas"]["PosterSize"][];
            resumeSeconds: number | null;
            access: components["schemas"]["Access"];
            comingAt?: string | null;
            /** @description Of an episode. */
            season: number | null;
            /** @description Its number in the season. */
            episode: number | null;
            title: string;
        };
        /** @description With either `videoIds` or `collectionId`. */
        NewBundle: {
            /** @description In the currency's minor unit. */
            amount: number;
            /** @description ISO 4217, in small letters. */
            currency: string;
            /** @description Who buys it has these for good; who has bought it keeps what it was then. */
            videoIds?: string[];
            /** Format: uuid */
            collectionId?: string;
            title: string;
        };
        /** @description As MailWording. */
        NewMailWording: {
            subject: string;
            text: string;
            changedAt?: string | null;
        };
        NewPlan: {
            name: string;
            description?: string;
            /** @description Devices that may play at once. */
            maxStreams?: number;
            trialDays?: number;
            /** @description Plans stand in this order; of several that someone holds the highest counts. */
            rank?: number;
            prices: components["schemas"]["NewPrice"][];
        };
        NewPrice: {
            /** @description In the currency's minor unit. */
            amount: number;
            /** @description ISO 4217, in small letters. */
            currency: string;
            interval: components["schemas"]["PlanInterval"];
            /** @description What it is in other currencies; left out, those that there are stay. */
            currencies?: {
                /** @description ISO 4217, in small letters. */
                currency: string;
                /** @description In the currency's minor unit. */
                amount: number;
            }[];
        };
        /** @description Takes off either a percentage, or an amount in a currency. */
        NewPromotionCode: {
            /** @description Letters, digits, hyphens. */
            code: string;
            percentOff?: number;
            amountOff?: number;
            /** @description ISO 4217, in small letters. */
            currency?: string;
            duration?: components["schemas"]["DiscountDuration"];
            months?: number;
            /**
             * Format: date-time
             * @description Lies ahead.
             */
            expiresAt?: string;
            maxUses?: number;
        };
        NotFoundProblem: {
            /** @description about:blank: `code` says more than a link would. */
            type: string;
            status: number;
            /** @description What happened and what to do, for people. */
            detail: string;
            /** @enum {string} */
            code: "NOT_FOUND";
            /** @description It is there, for whoever signs in with another account. */
            otherAccount?: boolean;
            title: string;
        };
        Notice: {
            /** @enum {string} */
            kind: "payment_failed";
            /**
             * Format: date-time
             * @description Access goes on until then, unless it is paid before.
             */
            graceUntil: string;
        } | {
            /** @enum {string} */
            kind: "ending";
            /**
             * Format: date-time
             * @description Cancelled: the subscription runs out then.
             */
            endsAt: string;
        };
        Numbers: {
            /**
             * Format: date
             * @description A day, UTC.
             */
            from: string;
            /**
             * Format: date
             * @description Not counted any more.
             */
            to: string;
            revenue: {
                /** @description What subscriptions that are active or past due are worth a month now, less the coupons that run on them; trials and those whose collection is paused are worth nothing. */
                mrr: {
                    /** @description ISO 4217, in small letters. */
                    currency: string;
                    /** @description In the currency's minor unit. */
                    amount: number;
                }[];
                /** @description Kept with every change; from before that as far as subscriptions tell. */
                movements: components["schemas"]["WorthMovements"][];
                /** @description Items of such subscriptions whose price is not kept here: not in `mrr`. */
                unpriced: number;
                /** @description Every payment that succeeded, by its day. Lost disputes are not taken off. */
                payments: components["schemas"]["Earned"][];
                /** @description Of these payments those for films, the most first in each currency. */
                byVideo: {
                    /** @description Null for films that were sold together. */
                    videoId: string | null;
                    /** @description ISO 4217, in small letters. */
                    currency: string;
                    /** @description What arrived, in the currency's minor unit. */
                    amount: number;
                    /** @description Of these payments, whenever it was paid back. */
                    refunded: number;
                    title: string | null;
                }[];
                /** @description Of these payments those for plans, the most first in each currency. */
                byPlan: {
                    planId: string | null;
                    name: string | null;
                    /** @description ISO 4217, in small letters. */
                    currency: string;
                    /** @description What arrived, in the currency's minor unit. */
                    amount: number;
                    /** @description Of these payments, whenever it was paid back. */
                    refunded: number;
                }[];
            };
            /** @description Subscriptions. Those whose first payment never arrived are none. */
            subscribers: {
                /** @description Now. */
                active: number;
                /** @description Now. */
                trialing: number;
                /** @description Now. */
                pastDue: number;
                /** @description In these days, trials too. */
                started: number;
                /** @description In these days. */
                ended: number;
                /** @description Now, by the best plan that a subscription is of. */
                byPlan: {
                    planId: string | null;
                    name: string | null;
                    active: number;
                    trialing: number;
                    pastDue: number;
                }[];
            };
            /** @description Subscriptions that began with a trial. */
            trials: {
                /** @description In these days. */
                begun: number;
                /** @description In these days: they ran out, or were ended before. */
                ended: number;
                /** @description Of those that ended: with a payment that succeeded. */
                converted: number;
            };
            /** @description Who leaves, and why. */
            leaving: {
                /** @description Subscriptions that were cancelled in these days, and not taken up again. */
                count: number;
                /** @description The most frequent first. */
                reasons: {
                    reason: string | null;
                    feedback: string | null;
                    count: number;
                }[];
                /** @description What those who left wrote, the newest first. */
                comments: {
                    /** Format: date-time */
                    at: string;
                    text: string;
                }[];
            };
            /** @description Viewings of which a player reported. */
            plays: number;
            hoursWatched: number;
            /** @description People, each once. Of days whose single reports are gone (after 90 days), and of deleted films, each once a day and film. Viewings without an account count as one person each. */
            viewers: number;
            /** @description Every day, also those on which nobody watched. */
            byDay: {
                /**
                 * Format: date
                 * @description A day, UTC.
                 */
                day: string;
                /** @description Viewings of which a player reported. */
                plays: number;
                hoursWatched: number;
                /** @description People, each once. Of days whose single reports are gone (after 90 days), and of deleted films, each once a day and film. Viewings without an account count as one person each. */
                viewers: number;
            }[];
            /** @description The most watched, at most a hundred. */
            videos: {
                /** Format: uuid */
                videoId: string;
                /** @description Viewings of which a player reported. */
                plays: number;
                hoursWatched: number;
                title: string | null;
            }[];
            /** @description Hosts of the pages that led viewers to the site. */
            sources: {
                host: string | null;
                /** @description Viewings of which a player reported. */
                plays: number;
                hoursWatched: number;
            }[];
            /** @description What they watched with. */
            devices: {
                device: string | null;
                /** @description Viewings of which a player reported. */
                plays: number;
                hoursWatched: number;
            }[];
        };
        OEmbed: {
            /** @enum {string} */
            version: "1.0";
            /** @enum {string} */
            type: "video";
            provider_name: string;
            provider_url: string;
            /** @description Seconds. */
            cache_age: number;
            width: number;
            height: number;
            /** @description A frame with the player. */
            html: string;
            thumbnail_url?: string;
            thumbnail_width?: number;
            thumbnail_height?: number;
            title: string;
        };
        /** @description What the viewer could do to watch. */
        Offer: {
            /** @enum {string} */
            kind: "plan";
            planId: string;
            name: string;
            trialDays: number;
            /** @description They hold another plan, which would be switched. */
            change: boolean;
            prices: components["schemas"]["PlanPrice"][];
        } | {
            /** @enum {string} */
            kind: "rent";
            /** @description In the currency's minor unit. */
            amount: number;
            /** @description ISO 4217, in small letters. */
            currency: string;
            /** @description Play must begin within these. */
            startDays: number;
            /** @description From the first play. */
            watchHours: number;
        } | {
            /** @enum {string} */
            kind: "buy";
            /** @description In the currency's minor unit. */
            amount: number;
            /** @description ISO 4217, in small letters. */
            currency: string;
        } | {
            /** @enum {string} */
            kind: "bundle";
            /** Format: uuid */
            bundleId: string;
            /** @description Films that are sold together. */
            videos: number;
            /** @description It opens what is put into it later, too. */
            follows: boolean;
            /** @description In the currency's minor unit. */
            amount: number;
            /** @description ISO 4217, in small letters. */
            currency: string;
            title: string;
        } | {
            /** @enum {string} */
            kind: "pay_again";
        } | {
            /** @enum {string} */
            kind: "portal";
        };
        OpenedPreview: {
            /** @description Of the film. */
            slug: string;
            /** Format: date-time */
            until: string;
        };
        Opening: {
            /** @description The doors are open: nothing is left to do. */
            open: boolean;
            steps: components["schemas"]["OpeningStep"][];
        };
        OpeningStep: {
            key: components["schemas"]["OpeningStepKey"];
            done: boolean;
            /** @description The operator has chosen to do without, for now. */
            left: boolean;
        };
        /** @enum {string} */
        OpeningStepKey: "look" | "money" | "legal" | "mail" | "checks" | "stripe" | "plan" | "film" | "doors";
        Operator: {
            /** Format: uuid */
            id: string;
            email: string;
            role: components["schemas"]["OperatorRole"];
            /** @description Whether they have a passkey or an app for codes. */
            secondFactor: boolean;
        };
        /** @enum {string} */
        OperatorRole: "admin" | "manager" | "editor" | "support";
        OriginRefusedProblem: {
            /** @description about:blank: `code` says more than a link would. */
            type: string;
            status: number;
            /** @description What happened and what to do, for people. */
            detail: string;
            /** @enum {string} */
            code: "ORIGIN_REFUSED";
            title: string;
        };
        Passkey: {
            id: string;
            name: string;
            /** Format: date-time */
            createdAt: string;
            lastUsedAt: string | null;
        };
        Payment: {
            /** @description Stripe's charge. */
            id: string;
            kind: components["schemas"]["PaymentKind"];
            status: components["schemas"]["PaymentStatus"];
            description: string | null;
            video: {
                slug: string;
                title: string;
            } | null;
            /** @description In the currency's minor unit. */
            amount: number;
            /** @description ISO 4217, in small letters. */
            currency: string;
            /** @description Contained in the amount, where Stripe says so. */
            tax: number | null;
            /** @description In the currency's minor unit. */
            amountRefunded: number;
            dispute: components["schemas"]["PaymentDispute"] | null;
            receiptUrl: string | null;
            /** Format: date-time */
            at: string;
        };
        PaymentDeclinedProblem: {
            /** @description about:blank: `code` says more than a link would. */
            type: string;
            status: number;
            /** @description What happened and what to do, for people. */
            detail: string;
            /** @enum {string} */
            code: "PAYMENT_DECLINED";
            title: string;
        };
        /** @enum {string} */
        PaymentDispute: "disputed" | "lost" | "won";
        /** @enum {string} */
        PaymentKind: "plan" | "rent" | "buy" | "other";
        PaymentProviderUnavailableProblem: {
            /** @description about:blank: `code` says more than a link would. */
            type: string;
            status: number;
            /** @description What happened and what to do, for people. */
            detail: string;
            /** @enum {string} */
            code: "PAYMENT_PROVIDER_UNAVAILABLE";
            title: string;
        };
        PaymentRequiredProblem: {
            /** @description about:blank: `code` says more than a link would. */
            type: string;
            status: number;
            /** @description What happened and what to do, for people. */
            detail: string;
            /** @enum {string} */
            code: "PAYMENT_REQUIRED";
            reason: components["schemas"]["AccessReason"];
            /** @description What would give access. */
            offers: components["schemas"]["Offer"][];
            title: string;
        };
        /**
         * @description Stripe's word.
         * @enum {string}
         */
        PaymentStatus: "succeeded" | "pending" | "failed";
        Period: {
            payments: components["schemas"]["Earned"][];
            /** @description Viewings of which a player reported. */
            plays: number;
            hoursWatched: number;
            /** @description People, each once. Of days whose single reports are gone (after 90 days), and of deleted films, each once a day and film. Viewings without an account count as one person each. */
            viewers: number;
            /** @description Subscriptions begun, trials too. */
            started: number;
            /** @description Subscriptions ended. */
            ended: number;
        };
        Person: {
            /** Format: uuid */
            id: string;
            email: string;
            role: components["schemas"]["Role"];
            /** @description Whether mail to the address has been shown to arrive. */
            emailVerified?: boolean;
            /** Format: date-time */
            createdAt: string;
            disabledAt: string | null;
            country: string | null;
            stripeCustomerId: string | null;
            subscription: components["schemas"]["Subscription"] | null;
            purchases: components["schemas"]["Purchase"][];
        };
        PersonNote: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            text: string;
            by: string | null;
        };
        PersonRow: {
            /** Format: uuid */
            id: string;
            email: string;
            role: components["schemas"]["Role"];
            /** @description Whether mail to the address has been shown to arrive. */
            emailVerified?: boolean;
            /** Format: date-time */
            createdAt: string;
            disabledAt: string | null;
            country: string | null;
        };
        /**
         * @description stopped: the player gave its place back. expired: nothing was asked for longer than a
         *     session is kept. taken_over: another device of the viewer was given the place. limit: the place was
         *     lost during a pause, or the plan now has fewer. kicked: by the operator. replaced: the file that it
         *     played was replaced long ago.
         * @enum {string}
         */
        PlainEnd: "stopped" | "expired" | "taken_over" | "limit" | "signed_out" | "kicked" | "unpublished" | "account_disabled" | "replaced";
        Plan: {
            id: string;
            name: string;
            description: string | null;
            /** @description Devices that may play at once. */
            maxStreams: number;
            trialDays: number;
            prices: components["schemas"]["PlanPrice"][];
        };
        /** @enum {string} */
        PlanInterval: "month" | "year";
        PlanPrice: {
            id: string;
            /** @description day, week, month, year, or such as "3 months" */
            interval: string;
            /** @description In the currency's minor unit. */
            amount: number;
            /** @description ISO 4217, in small letters. */
            currency: string;
            /** @description Other currencies that it is sold in. */
            currencies?: {
                /** @description ISO 4217, in small letters. */
                currency: string;
                /** @description In the currency's minor unit. */
                amount: number;
            }[];
        };
        PlaybackEndedProblem: {
            /** @description about:blank: `code` says more than a link would. */
            type: string;
            status: number;
            /** @description What happened and what to do, for people. */
            detail: string;
            /** @enum {string} */
            code: "PLAYBACK_ENDED";
            reason: components["schemas"]["PlainEnd"];
            title: string;
        };
        PlaybackExtras: {
            /** @description Changes when captions or preview pictures do; `GET /play/:token/extras` has them. */
            extras: string;
            captions: components["schemas"]["Caption"][];
            storyboardUrl: string | null;
        };
        PlaybackSession: {
            /** Format: uuid */
            id: string;
            /** @description The credential of a playback. */
            token: string;
            hlsUrl: string;
            /** @description How long signed URLs live. */
            expiresInSeconds: number;
            resumeSeconds: number;
            /** @description Whether it is remembered where the viewer is: a stranger has no account to keep it. */
            keepsPlace: boolean;
            teaserSeconds: number | null;
            /** @description Changes when captions or preview pictures do; `GET /play/:token/extras` has them. */
            extras: string;
            captions: components["schemas"]["Caption"][];
            storyboardUrl: string | null;
            chapters: components["schemas"]["Chapter"][];
            notice: components["schemas"]["Notice"] | null;
            /** @description What play begins with, video first. */
            first: {
                rendition: string;
                initUrl: string;
                from: number;
                urls: string[];
                expiresInSeconds: number;
            }[];
        };
        PosterSize: {
            /** @description Pixels, or a little less. */
            width: number;
            /** @enum {string} */
            type: "image/avif" | "image/webp" | "image/jpeg";
            url: string;
        };
        Preferences: {
            name: string | null;
            /** @description Of pages and mails; null: the site’s. */
            language: string | null;
            /** @description Whether they want mails about new films. */
            wantsNews: boolean;
        };
        PreviewLink: {
            /** Format: uuid */
            id: string;
            /** @description Whom it is for. */
            note: string;
            /** @description The first who opens it is the only one. */
            forOne: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            revokedAt: string | null;
            /** @description People who have opened it. */
            opened: number;
        };
        /** @description RFC 9457: the form of every answer that is no success. */
        Problem: {
            /** @description about:blank: `code` says more than a link would. */
            type: string;
            status: number;
            /** @description What happened and what to do, for people. */
            detail: string;
            code: components["schemas"]["ErrorCode"];
            /** @description What is wrong with the input, by field. */
            fields?: components["schemas"]["RefusedField"][];
            reason?: components["schemas"]["PlainEnd"] | components["schemas"]["AccessReason"];
            /** @description What would give access. */
            offers?: components["schemas"]["Offer"][];
            /** @description The devices that play now. */
            streams?: components["schemas"]["ActiveStream"][];
            /** @description What /api/me/prove takes. */
            methods?: ("password" | "code" | "passkey")[];
            /** @description A second factor is needed, and the account has none: set one up first. */
            setUp?: boolean;
            /** @description Ask again after these; also as the header Retry-After. */
            retryAfterSeconds?: number;
            otherAccount?: boolean;
            title: string;
        };
        PromotionCode: {
            id: string;
            /** @description What people type. */
            code: string;
            /** @description Whether it can be used now. */
            active: boolean;
            percentOff: number | null;
            amountOff: number | null;
            /** @description Of the amount. */
            currency: string | null;
            duration: components["schemas"]["DiscountDuration"];
            months: number | null;
            expiresAt: string | null;
            maxUses: number | null;
            uses: number;
            /** Format: date-time */
            createdAt: string;
        };
        Purchase: {
            id: string;
            kind: components["schemas"]["PurchaseKind"];
            status: components["schemas"]["PurchaseStatus"];
            /** @description In the currency's minor unit. */
            amount: number;
            /** @description In the currency's minor unit. */
            amountRefunded: number;
            /** @description ISO 4217, in small letters. */
            currency: string;
            video: {
                slug: string;
                title: string;
            };
            /** Format: date-time */
            paidAt: string;
            startBy: string | null;
            watchUntil: string | null;
        };
        /** @enum {string} */
        PurchaseKind: "rent" | "buy";
        /**
         * @description Only what is paid plays.
         * @enum {string}
         */
        PurchaseStatus: "paid" | "refunded" | "disputed" | "lost";
        /** @enum {string} */
        Purpose: "video" | "poster" | "captions";
        ReconcileRun: {
            /** Format: date-time */
            startedAt: string;
            finishedAt: string | null;
            /** @description Events that no webhook had brought. */
            eventsFound: number;
            customersChecked: number;
            /** @description Whose stored state differed from Stripe. */
            customersDrifted: number;
            customersFailed: number;
        };
        RefusedField: {
            field: string;
            message: string;
        };
        Rental: {
            /** @description In the currency's minor unit. */
            amount: number;
            /** @description ISO 4217, in small letters. */
            currency: string;
            startDays?: number;
            watchHours?: number;
        };
        ResetLinkInvalidProblem: {
            /** @description about:blank: `code` says more than a link would. */
            type: string;
            status: number;
            /** @description What happened and what to do, for people. */
            detail: string;
            /** @enum {string} */
            code: "RESET_LINK_INVALID";
            title: string;
        };
        /**
         * @description member: watches. admin: the owner. manager: all but what is for sale, and who has which
         *     role. editor: films. support: people, without money.
         * @enum {string}
         */
        Role: "member" | "admin" | "manager" | "editor" | "support";
        Sale: {
            /** @description In the currency's minor unit. */
            amount: number;
            /** @description ISO 4217, in small letters. */
            currency: string;
        };
        SearchHit: {
            video: components["schemas"]["Card"];
            /** @description Whether captions hold the words. */
            said: boolean;
            /** @description The first of the lines that hold them, for those who may watch the film. */
            moments: components["schemas"]["Moment"][];
        };
        SearchResults: {
            /** @description What fits best first. */
            hits: components["schemas"]["SearchHit"][];
            /** @description Whether there are others that fit. */
            more: boolean;
        };
        Season: {
            number: number;
            /** @description May be empty. */
            title: string;
        };
        SeasonOfFilms: {
            number: number;
            /** @description Its episodes; they are numbered in this order, from 1. */
            videoIds: string[];
            /** @description May be empty. */
            title: string;
        };
        SecondFactorRequiredProblem: {
            /** @description about:blank: `code` says more than a link would. */
            type: string;
            status: number;
            /** @description What happened and what to do, for people. */
            detail: string;
            /** @enum {string} */
            code: "SECOND_FACTOR_REQUIRED";
            title: string;
        };
        SessionAnswer: {
            me: {
                user: components["schemas"]["User"];
                subscription: components["schemas"]["Subscription"] | null;
            } | null;
            /** @description Nobody is, but the browser has a refresh cookie, which may bring someone back. */
            renewable: boolean;
        };
        SignedPart: {
            partNumber: number;
            /** @description PUT the bytes of the part here. */
            url: string;
            /** @description To be sent along, just as they are. */
            headers: {
                [key: string]: string;
            };
            sizeBytes: number;
            expiresInSeconds: number;
        };
        SignInRequiredProblem: {
            /** @description about:blank: `code` says more than a link would. */
            type: string;
            status: number;
            /** @description What happened and what to do, for people. */
            detail: string;
            /** @enum {string} */
            code: "SIGN_IN_REQUIRED";
            reason?: components["schemas"]["AccessReason"];
            /** @description What would give access. */
            offers?: components["schemas"]["Offer"][];
            title: string;
        };
        Site: {
            name: string;
            description: string;
            /** @description BCP 47 */
            language: string;
            /** @description ISO 4217, in small letters. */
            currency: string;
            /** @description The postal address of whoever runs the site. */
            address: string;
            logoUrl: string | null;
            /** @description Its operator has arranged the front page: GET /api/front says how. */
            front: boolean;
            /** @description Pages at /legal/<slug>. */
            legal: components["schemas"]["LegalLink"][];
        };
        SiteSettings: {
            name: string;
            description: string;
            /** @description ISO 4217, in small letters. */
            currency: string;
            /** @description BCP 47 */
            language: string;
            address: string;
            /** @description Of the dark theme; null: our own. */
            accentDark: string | null;
            /** @description Of the light theme; null: our own. */
            accentLight: string | null;
            /** @description Who mails are from; null: the name of the site. */
            mailName: string | null;
            /** @description The address that mails are from; null: that of MAIL_FROM. */
            mailAddress: string | null;
            legal: components["schemas"]["LegalPage"][];
            /** @description Whether the studio opens only to operators who have shown a second factor. */
            secondFactorRequired: boolean;
            /** @description Sites whose pages may show films in a frame, beside this one. */
            embedSites: string[];
            logoUrl: string | null;
            /** @description One more with each change. */
            version: number;
        };
        StepUpRequiredProblem: {
            /** @description about:blank: `code` says more than a link would. */
            type: string;
            status: number;
            /** @description What happened and what to do, for people. */
            detail: string;
            /** @enum {string} */
            code: "STEP_UP_REQUIRED";
            /** @description What /api/me/prove takes. */
            methods?: ("password" | "code" | "passkey")[];
            /** @description A second factor is needed, and the account has none: set one up first. */
            setUp?: boolean;
            title: string;
        };
        StoryEntry: {
            /** @enum {string} */
            kind: "joined";
            /** Format: date-time */
            at: string;
        } | {
            /** @enum {string} */
            kind: "payment";
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            what: "plan" | "rent" | "buy" | "other";
            description: string | null;
            /** @enum {string} */
            status: "succeeded" | "pending" | "failed";
            amount: number;
            amountRefunded: number;
            currency: string;
        } | {
            /** @enum {string} */
            kind: "watched";
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            videoId: string;
            seconds: number | null;
            title: string;
        } | {
            /** @enum {string} */
            kind: "refused";
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            videoId: string;
            /** @description As a refused playback has it. */
            reason: string;
            /** @description On that day. */
            times: number;
            title: string;
        } | {
            /** @enum {string} */
            kind: "mail";
            /** Format: date-time */
            at: string;
            subject: string;
            /** @enum {string} */
            outcome: "sent" | "failed";
        } | {
            /** @enum {string} */
            kind: "operator";
            /** Format: date-time */
            at: string;
            action: string;
            by: string | null;
        };
        StreamTakenOverProblem: {
            /** @description about:blank: `code` says more than a link would. */
            type: string;
            status: number;
            /** @description What happened and what to do, for people. */
            detail: string;
            /** @enum {string} */
            code: "STREAM_TAKEN_OVER";
            reason: components["schemas"]["PlainEnd"];
            title: string;
        };
        StudioBundle: {
            /** Format: uuid */
            id: string;
            /** @description In the currency's minor unit. */
            amount: number;
            /** @description ISO 4217, in small letters. */
            currency: string;
            /** @description Whether it is to be sold. */
            active: boolean;
            /** @description Whether it can be bought now: not while a film in it is not on show. */
            sold: boolean;
            /** Format: date-time */
            createdAt: string;
            videos: {
                /** Format: uuid */
                id: string;
                title: string;
            }[];
            collection: {
                /** Format: uuid */
                id: string;
                title: string;
            } | null;
            title: string;
        };
        StudioCaption: {
            /** Format: uuid */
            id: string;
            /** @description BCP 47 */
            language: string;
            label: string;
        };
        StudioCollection: {
            /** Format: uuid */
            id: string;
            slug: string;
            description: string;
            /** Format: date-time */
            createdAt: string;
            /** @description One more with each change. */
            version: number;
            /** @description Its films are the episodes of seasons. */
            series: boolean;
            /** @description In order, also of films that are not on show; of a series all its episodes. */
            videoIds: string[];
            seasons: components["schemas"]["SeasonOfFilms"][];
            trailerIds: string[];
            extraIds: string[];
            planIds: string[];
            /** @description Every film that it names, to be read: episodes, trailers, extras. */
            videos: {
                /** Format: uuid */
                id: string;
                /** @description Published, and in the catalogue. */
                onShow: boolean;
                title: string;
            }[];
            title: string;
        };
        StudioEncode: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "waiting" | "running" | "finished" | "failed";
            /** Format: date-time */
            createdAt: string;
            /** @description The film can be watched in its first renditions. */
            playable: boolean;
            /** @description It goes before other films. */
            first: boolean;
            steps: components["schemas"]["EncodeStep"][];
            secondsLeft: number | null;
            failure: string | null;
            log: string | null;
        };
        StudioFront: {
            hero: components["schemas"]["FrontHero"];
            /** @description In order. */
            rows: components["schemas"]["FrontRow"][];
            /** @description One more with each change. */
            version: number;
            /** @description Films and collections that it names and that are there. */
            named: {
                /** Format: uuid */
                id: string;
                title: string;
            }[];
        };
        StudioPayment: {
            /** @description Stripe's charge. */
            id: string;
            kind: components["schemas"]["PaymentKind"];
            status: components["schemas"]["PaymentStatus"];
            description: string | null;
            video: {
                slug: string;
                title: string;
            } | null;
            /** @description In the currency's minor unit. */
            amount: number;
            /** @description ISO 4217, in small letters. */
            currency: string;
            /** @description Contained in the amount, where Stripe says so. */
            tax: number | null;
            /** @description In the currency's minor unit. */
            amountRefunded: number;
            dispute: components["schemas"]["PaymentDispute"] | null;
            receiptUrl: string | null;
            /** Format: date-time */
            at: string;
            /** @description What Stripe keeps of it, where it says so. */
            fee: number | null;
            user: {
                /** Format: uuid */
                id: string;
                email: string;
            } | null;
            customerId: string;
            subscriptionId: string | null;
            /** @description Whether a refund of all that is left takes access away now. */
            ends: boolean;
        };
        StudioPlan: {
            id: string;
            name: string;
            description: string | null;
            /** @description Devices that may play at once. */
            maxStreams: number;
            trialDays: number;
            rank: number;
            /** @description Whether new people can have it. */
            active: boolean;
            subscribers: number;
            /** @description Films that it opens. */
            videos: number;
            /** @description On sale, or still paid by someone. */
            prices: components["schemas"]["StudioPrice"][];
        };
        StudioPrice: {
            id: string;
            /** @description day, week, month, year, or such as "3 months" */
            interval: string;
            /** @description In the currency's minor unit. */
            amount: number;
            /** @description ISO 4217, in small letters. */
            currency: string;
            /** @description Other currencies that it is sold in. */
            currencies?: {
                /** @description ISO 4217, in small letters. */
                currency: string;
                /** @description In the currency's minor unit. */
                amount: number;
            }[];
            /** @description Whether new people can pay it. */
            active: boolean;
            /** @description Who pay it now. */
            subscribers: number;
            movesToId: string | null;
        };
        StudioUpload: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            videoId: string;
            purpose: components["schemas"]["Purpose"];
            fileName: string;
            contentType: string;
            sizeBytes: number;
            partSizeBytes: number;
            partCount: number;
            checksum: "sha256" | null;
            /** @enum {string} */
            status: "open" | "completing" | "completed" | "aborted";
            failure: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description What has arrived, while the upload is open. */
            parts: {
                partNumber: number;
                sizeBytes: number;
                etag: string;
            }[];
        };
        StudioVideo: {
            /** Format: uuid */
            id: string;
            slug: string;
            description: string;
            status: components["schemas"]["VideoStatus"];
            progress: number;
            step: string | null;
            failure: string | null;
            published: boolean;
            publishedAt: string | null;
            publishAt: string | null;
            /** @description Whether viewers who have its address are told of publishAt beforehand. */
            announced: boolean;
            visibility: components["schemas"]["Visibility"];
            archivedAt: string | null;
            state: components["schemas"]["FilmState"];
            /** @description As it stands nobody could watch it: not free, and in no plan, price or bundle. */
            forNobody: boolean;
            alsoAv1: boolean | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            changedAt: string;
            /** @description One more with each change. */
            version: number;
            durationSeconds: number | null;
            posterUrl: string | null;
            access: components["schemas"]["VideoAccess"];
            chapters: components["schemas"]["Chapter"][];
            about: components["schemas"]["About"];
            captions: components["schemas"]["StudioCaption"][];
            title: string;
        };
        Subscription: {
            planId: string | null;
            status: components["schemas"]["SubscriptionStatus"];
            currentPeriodEnd: string | null;
            cancelAtPeriodEnd: boolean;
            graceUntil: string | null;
        };
        /**
         * @description Stripe's words.
         * @enum {string}
         */
        SubscriptionStatus: "active" | "trialing" | "past_due" | "unpaid" | "paused" | "incomplete" | "incomplete_expired" | "canceled";
        /** @description Today since midnight UTC, thirty days with today, and the thirty before those. */
        Summary: {
            mrr: {
                /** @description ISO 4217, in small letters. */
                currency: string;
                /** @description In the currency's minor unit. */
                amount: number;
            }[];
            today: components["schemas"]["Period"];
            last: components["schemas"]["Period"];
            before: components["schemas"]["Period"];
        };
        /** @enum {string} */
        Suspension: "payment_pending" | "collection_paused" | "refunded" | "disputed";
        TestMail: {
            to: string;
        };
        TooLargeProblem: {
            /** @description about:blank: `code` says more than a link would. */
            type: string;
            status: number;
            /** @description What happened and what to do, for people. */
            detail: string;
            /** @enum {string} */
            code: "TOO_LARGE";
            title: string;
        };
        TooManyRequestsProblem: {
            /** @description about:blank: `code` says more than a link would. */
            type: string;
            status: number;
            /** @description What happened and what to do, for people. */
            detail: string;
            /** @enum {string} */
            code: "TOO_MANY_REQUESTS";
            /** @description Ask again after these; also as the header Retry-After. */
            retryAfterSeconds?: number;
            title: string;
        };
        TooManyStreamsProblem: {
            /** @description about:blank: `code` says more than a link would. */
            type: string;
            status: number;
            /** @description What happened and what to do, for people. */
            detail: string;
            /** @enum {string} */
            code: "TOO_MANY_STREAMS";
            /** @description The devices that play now. */
            streams: components["schemas"]["ActiveStream"][];
            title: string;
        };
        UnavailableProblem: {
            /** @description about:blank: `code` says more than a link would. */
            type: string;
            status: number;
            /** @description What happened and what to do, for people. */
            detail: string;
            /** @enum {string} */
            code: "UNAVAILABLE";
            title: string;
        };
        UnclaimedCustomer: {
            customerId: string;
            email: string | null;
            name: string | null;
            /** Format: date-time */
            lastEventAt: string;
            /** @description The account whose e-mail address, which its owner has verified, is the same. */
            fits: {
                /** Format: uuid */
                id: string;
                email: string;
            } | null;
        };
        UnsupportedMediaTypeProblem: {
            /** @description about:blank: `code` says more than a link would. */
            type: string;
            status: number;
            /** @description What happened and what to do, for people. */
            detail: string;
            /** @enum {string} */
            code: "UNSUPPORTED_MEDIA_TYPE";
            title: string;
        };
        /** @description Pre-signed URLs: `urls[0]` is segment `from`. They die after `expiresInSeconds`. */
        UrlBatch: {
            initUrl: string;
            from: number;
            urls: string[];
            expiresInSeconds: number;
            /** @description Changes when captions or preview pictures do; `GET /play/:token/extras` has them. */
            extras: string;
        };
        User: {
            /** Format: uuid */
            id: string;
            email: string;
            role: components["schemas"]["Role"];
            /** @description Whether mail to the address has been shown to arrive. */
            emailVerified?: boolean;
        };
        VideoAccess: {
            free: boolean;
            planIds: string[];
            rent: components["schemas"]["Rental"] | null;
            buy: components["schemas"]["Sale"] | null;
            teaserSeconds: number | null;
        };
        VideoDetails: {
            /** Format: uuid */
            id: string;
            slug: string;
            durationSeconds: number | null;
            posterUrl: string | null;
            /** @description The same picture in other sizes and formats, the smallest format first; none for one of an earlier version. */
            posterSizes: components["schemas"]["PosterSize"][];
            resumeSeconds: number | null;
            access: components["schemas"]["Access"];
            comingAt: string | null;
            description: string;
            teaserSeconds: number | null;
            chapters: components["schemas"]["Chapter"][];
            about: components["schemas"]["About"];
            /** @description Of its captions: BCP 47. */
            captionLanguages: string[];
            /** @description Of its sound tracks: BCP 47. */
            soundLanguages: string[];
            within: components["schemas"]["Within"] | null;
            title: string;
        };
        /** @description How a film stands now, again whenever that has changed. */
        VideoEvent: {
            video: components["schemas"]["StudioVideo"];
            encode: components["schemas"]["StudioEncode"] | null;
        };
        /** @enum {string} */
        VideoStatus: "draft" | "uploading" | "queued" | "processing" | "ready" | "failed";
        /**
         * @description `unlisted`: in no list and no search; whoever has its address finds it.
         * @enum {string}
         */
        Visibility: "public" | "unlisted";
        WebhookSignatureProblem: {
            /** @description about:blank: `code` says more than a link would. */
            type: string;
            status: number;
            /** @description What happened and what to do, for people. */
            detail: string;
            /** @enum {string} */
            code: "WEBHOOK_SIGNATURE";
            title: string;
        };
        Within: {
            slug: string;
            series: boolean;
            /**
             * @description What it is there. Trailers and extras have nothing before or after them.
             * @enum {string}
             */
            kind: "film" | "trailer" | "extra";
            /** @description Of an episode. */
            season: number | null;
            /** @description Its number in the season. */
            episode: number | null;
            previous: components["schemas"]["Neighbour"] | null;
            next: components["schemas"]["Neighbour"] | null;
            title: string;
        };
        WorthMovements: {
            /** @description ISO 4217, in small letters. */
            currency: string;
            /** @description At the beginning of the first day. */
            opening: number;
            /** @description Of people who never paid before. */
            new: number;
            /** @description Of people who pay more than they did. */
            expansion: number;
            /** @description Of people who had gone and came back. */
            reactivation: number;
            /** @description Of people who pay less than they did: below 0. */
            contraction: number;
            /** @description Of people who pay nothing any more: below 0. */
            churn: number;
            /** @description At the end of the last day: the opening with all five movements. */
            closing: number;
            /** @description The part whose payment failed and is waited for: it counts in all above. */
            late: {
                opening: number;
                /** @description Whose payment failed in these days. */
                failed: number;
                /** @description Of what had failed, paid after all: below 0. */
                recovered: number;
                /** @description Of what had failed, gone with `churn`: below 0. */
                lost: number;
                closing: number;
            };
        };
        WrongCredentialsProblem: {
            /** @description about:blank: `code` says more than a link would. */
            type: string;
            status: number;
            /** @description What happened and what to do, for people. */
            detail: string;
            /** @enum {string} */
            code: "WRONG_CREDENTIALS";
            /** @description What is wrong with the input, by field. */
            fields?: components["schemas"]["RefusedField"][];
            title: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    beginPlayback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The credential of a playback. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description PAYMENT_REQUIRED */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentRequiredProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description STREAM_TAKEN_OVER, TOO_MANY_STREAMS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StreamTakenOverProblem"] | components["schemas"]["TooManyStreamsProblem"];
                };
            };
            /** @description PLAYBACK_ENDED */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PlaybackEndedProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUrls: {
        parameters: {
            query: {
                from: number;
                count: number;
            };
            header?: never;
            path: {
                /** @description The credential of a playback. */
                token: string;
                rendition: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pre-signed URLs: `urls[0]` is segment `from`. They die after `expiresInSeconds`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UrlBatch"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description PAYMENT_REQUIRED */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentRequiredProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description STREAM_TAKEN_OVER, TOO_MANY_STREAMS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StreamTakenOverProblem"] | components["schemas"]["TooManyStreamsProblem"];
                };
            };
            /** @description PLAYBACK_ENDED */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PlaybackEndedProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMasterPlaylist: {
        parameters: {
            query?: {
                /** @description The playlist ends where a preview does. */
                end?: "preview";
            };
            header?: never;
            path: {
                /** @description The credential of a playback. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.apple.mpegurl": string;
                };
            };
            /** @description As you have it already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description PAYMENT_REQUIRED */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentRequiredProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description STREAM_TAKEN_OVER */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StreamTakenOverProblem"];
                };
            };
            /** @description PLAYBACK_ENDED */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PlaybackEndedProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlaylist: {
        parameters: {
            query?: {
                /** @description The playlist ends where a preview does. */
                end?: "preview";
            };
            header?: never;
            path: {
                /** @description The credential of a playback. */
                token: string;
                rendition: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.apple.mpegurl": string;
                };
            };
            /** @description As you have it already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description PAYMENT_REQUIRED */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentRequiredProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description STREAM_TAKEN_OVER */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StreamTakenOverProblem"];
                };
            };
            /** @description PLAYBACK_ENDED */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PlaybackEndedProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getKeyFramePlaylist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The credential of a playback. */
                token: string;
                rendition: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.apple.mpegurl": string;
                };
            };
            /** @description As you have it already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description PAYMENT_REQUIRED */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentRequiredProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description STREAM_TAKEN_OVER */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StreamTakenOverProblem"];
                };
            };
            /** @description PLAYBACK_ENDED */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PlaybackEndedProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redirectToInit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The credential of a playback. */
                token: string;
                rendition: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the file in the bucket. */
            302: {
                headers: {
                    /** @description A pre-signed URL. */
                    location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description PAYMENT_REQUIRED */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentRequiredProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description STREAM_TAKEN_OVER */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StreamTakenOverProblem"];
                };
            };
            /** @description PLAYBACK_ENDED */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PlaybackEndedProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redirectToSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The credential of a playback. */
                token: string;
                rendition: string;
                segment: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the file in the bucket. */
            302: {
                headers: {
                    /** @description A pre-signed URL. */
                    location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description PAYMENT_REQUIRED */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentRequiredProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description STREAM_TAKEN_OVER, TOO_MANY_STREAMS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StreamTakenOverProblem"] | components["schemas"]["TooManyStreamsProblem"];
                };
            };
            /** @description PLAYBACK_ENDED */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PlaybackEndedProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redirectToCaptions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The credential of a playback. */
                token: string;
                rendition: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the file in the bucket. */
            302: {
                headers: {
                    /** @description A pre-signed URL. */
                    location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description PAYMENT_REQUIRED */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentRequiredProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description STREAM_TAKEN_OVER */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StreamTakenOverProblem"];
                };
            };
            /** @description PLAYBACK_ENDED */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PlaybackEndedProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStoryboard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The credential of a playback. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/vtt": string;
                };
            };
            /** @description As you have it already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description PAYMENT_REQUIRED */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentRequiredProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description STREAM_TAKEN_OVER */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StreamTakenOverProblem"];
                };
            };
            /** @description PLAYBACK_ENDED */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PlaybackEndedProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redirectToStoryboardSheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The credential of a playback. */
                token: string;
                sheet: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the file in the bucket. */
            302: {
                headers: {
                    /** @description A pre-signed URL. */
                    location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description PAYMENT_REQUIRED */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentRequiredProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description STREAM_TAKEN_OVER */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StreamTakenOverProblem"];
                };
            };
            /** @description PLAYBACK_ENDED */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PlaybackEndedProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getExtras: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The credential of a playback. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaybackExtras"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description PAYMENT_REQUIRED */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentRequiredProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description STREAM_TAKEN_OVER */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StreamTakenOverProblem"];
                };
            };
            /** @description PLAYBACK_ENDED */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PlaybackEndedProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keepProgress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The credential of a playback. */
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    positionSeconds: number;
                };
            };
        };
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description PAYMENT_REQUIRED */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentRequiredProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description STREAM_TAKEN_OVER */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StreamTakenOverProblem"];
                };
            };
            /** @description PLAYBACK_ENDED */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PlaybackEndedProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endPlayback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The credential of a playback. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportViewing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The credential of a playback. */
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    startUpMs: number | null;
                    /** @default 0 */
                    watchedSeconds: number;
                    /**
                     * @description Times that the picture stood still for want of data.
                     * @default 0
                     */
                    stallCount: number;
                    /** @default 0 */
                    stallMs: number;
                    /** @default null */
                    errorCode: string | null;
                    /**
                     * @description What was played, in steps of ten seconds: the first, the one after the last, and so on for each span, ascending.
                     * @default []
                     */
                    watched: number[];
                    /** @default null */
                    source: string | null;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description An e-mail address, such as ana@films.example. */
                    email: string;
                    /** @description From 8 to 200 characters, none of the passwords that are guessed first. */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user: components["schemas"]["User"];
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description EMAIL_TAKEN */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EmailTakenProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description An e-mail address, such as ana@films.example. */
                    email: string;
                    password: string;
                    /** @description Where SECOND_FACTOR_REQUIRED was said. */
                    code?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user: components["schemas"]["User"];
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description WRONG_CREDENTIALS, SECOND_FACTOR_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WrongCredentialsProblem"] | components["schemas"]["SecondFactorRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOutEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    forgotPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description An e-mail address, such as ana@films.example. */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Done; no body. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    /** @description From 8 to 200 characters, none of the passwords that are guessed first. */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description RESET_LINK_INVALID */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ResetLinkInvalidProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mailSignInLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description An e-mail address, such as ana@films.example. */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Done; no body. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInByLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    /** @description Where SECOND_FACTOR_REQUIRED was said. */
                    code?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user: components["schemas"]["User"];
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description RESET_LINK_INVALID, WRONG_CREDENTIALS, SECOND_FACTOR_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ResetLinkInvalidProblem"] | components["schemas"]["WrongCredentialsProblem"] | components["schemas"]["SecondFactorRequiredProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyEmailByLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description RESET_LINK_INVALID */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ResetLinkInvalidProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmEmailChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description RESET_LINK_INVALID */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ResetLinkInvalidProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description EMAIL_TAKEN */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EmailTakenProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyEmailByCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The six digits. */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mailVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    passkeySignInOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        options: {
                            [key: string]: unknown;
                        } | null;
                    };
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInByPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    response: {
                        id: string;
                        rawId: string;
                        /** @enum {string} */
                        type: "public-key";
                        response: {
                            clientDataJSON: string;
                            authenticatorData: string;
                            signature: string;
                            userHandle?: string | null;
                        } & {
                            [key: string]: unknown;
                        };
                        clientExtensionResults: {
                            [key: string]: unknown;
                        };
                        authenticatorAttachment?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user: components["schemas"]["User"];
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description WRONG_CREDENTIALS */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WrongCredentialsProblem"];
                };
            };
            /** @description FORBIDDEN, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    passkeyOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        options: {
                            [key: string]: unknown;
                        } | null;
                    };
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    response: {
                        id: string;
                        rawId: string;
                        /** @enum {string} */
                        type: "public-key";
                        response: {
                            clientDataJSON: string;
                            attestationObject: string;
                            transports?: string[];
                        } & {
                            [key: string]: unknown;
                        };
                        clientExtensionResults: {
                            [key: string]: unknown;
                        };
                        authenticatorAttachment?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Passkey"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Base32, to be typed. */
                        secret: string;
                        /** @description otpauth://, to be opened or scanned. */
                        uri: string;
                    };
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Shown this once; each works once. */
                        recoveryCodes: string[];
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Shown this once; each works once. */
                        recoveryCodes: string[];
                    };
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFactors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        passkeys: components["schemas"]["Passkey"][];
                        /** @description Whether codes of an app are asked for. */
                        totp: boolean;
                        recoveryCodesLeft: number;
                    };
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proofOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        options: {
                            [key: string]: unknown;
                        } | null;
                    };
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    prove: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One of them. */
        requestBody: {
            content: {
                "application/json": {
                    password?: string;
                    code?: string;
                    passkey?: {
                        id: string;
                        rawId: string;
                        /** @enum {string} */
                        type: "public-key";
                        response: {
                            clientDataJSON: string;
                            authenticatorData: string;
                            signature: string;
                            userHandle?: string | null;
                        } & {
                            [key: string]: unknown;
                        };
                        clientExtensionResults: {
                            [key: string]: unknown;
                        };
                        authenticatorAttachment?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description WRONG_CREDENTIALS, SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WrongCredentialsProblem"] | components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationTerms"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description RESET_LINK_INVALID */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ResetLinkInvalidProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    /** @description From 8 to 200 characters, none of the passwords that are guessed first. */
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user: components["schemas"]["User"];
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description RESET_LINK_INVALID, SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ResetLinkInvalidProblem"] | components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description EMAIL_TAKEN */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EmailTakenProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currentPassword: string;
                    /** @description From 8 to 200 characters, none of the passwords that are guessed first. */
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description WRONG_CREDENTIALS, SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WrongCredentialsProblem"] | components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description An e-mail address, such as ana@films.example. */
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done; no body. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description WRONG_CREDENTIALS, SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WrongCredentialsProblem"] | components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDevices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        devices: components["schemas"]["Device"][];
                    };
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dropDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Members that are left out stay as they are. */
        requestBody: {
            content: {
                "application/json": {
                    name?: string | null;
                    /** @description Of pages and mails; null: the site’s. */
                    language?: string | null;
                    /** @description Whether they want mails about new films. */
                    wantsNews?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAccount: {
        parameters: {
            query?: {
                /** @description For machines or for people. */
                format?: "json" | "text";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user: components["schemas"]["User"];
                        subscription: components["schemas"]["Subscription"] | null;
                    };
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done; no body. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description WRONG_CREDENTIALS, SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WrongCredentialsProblem"] | components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description PAYMENT_PROVIDER_UNAVAILABLE */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentProviderUnavailableProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Site"];
                };
            };
            /** @description UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLegalPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalText"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteSettings"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Members that are left out stay as they are. */
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    description?: string;
                    /** @description ISO 4217, in small letters. */
                    currency?: string;
                    /** @description BCP 47 */
                    language?: string;
                    address?: string;
                    /** @description Of the dark theme; null: our own. */
                    accentDark?: string | null;
                    /** @description Of the light theme; null: our own. */
                    accentLight?: string | null;
                    /** @description Who mails are from; null: the name of the site. */
                    mailName?: string | null;
                    /** @description The address that mails are from; null: that of MAIL_FROM. */
                    mailAddress?: string | null;
                    legal?: components["schemas"]["LegalPage"][];
                    /** @description Whether the studio opens only to operators who have shown a second factor. */
                    secondFactorRequired?: boolean;
                    /** @description Sites whose pages may show films in a frame, beside this one. */
                    embedSites?: string[];
                    /** @description What was changed: refused if someone has saved since. Left out: not asked. */
                    version?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteSettings"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMails: {
        parameters: {
            query: {
                /** @description A whole address. */
                to?: string;
                cursor?: string;
                limit: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Newest first. */
                        mails: components["schemas"]["MailRecord"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewLegalPage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalPreview"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendTestMail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestMail"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeLogo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteSettings"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeLogo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteSettings"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPlans: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        plans: components["schemas"]["Plan"][];
                    };
                };
            };
            /** @description UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openCheckout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Either a plan's price, in one of its currencies, or a film to rent or to buy, or a bundle of films. */
        requestBody: {
            content: {
                "application/json": {
                    priceId?: string;
                    /** Format: uuid */
                    videoId?: string;
                    kind?: components["schemas"]["PurchaseKind"];
                    /** Format: uuid */
                    bundleId?: string;
                    /** @description ISO 4217, in small letters. */
                    currency?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send the browser there. */
                        url: string;
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description ALREADY_SUBSCRIBED, CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AlreadySubscribedProblem"] | components["schemas"]["ConflictProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description PAYMENT_PROVIDER_UNAVAILABLE */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentProviderUnavailableProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openPortal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send the browser there. */
                        url: string;
                    };
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description PAYMENT_PROVIDER_UNAVAILABLE */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentProviderUnavailableProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmCheckout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    sessionId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Completed, but the money has not come yet. */
                        pending: boolean;
                        subscription?: components["schemas"]["Subscription"] | null;
                        purchase?: {
                            id: string;
                            /** Format: uuid */
                            videoId: string;
                            kind: components["schemas"]["PurchaseKind"];
                        } | null;
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description PAYMENT_PROVIDER_UNAVAILABLE */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentProviderUnavailableProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refreshBilling: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subscription: components["schemas"]["Subscription"] | null;
                    };
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description PAYMENT_PROVIDER_UNAVAILABLE */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentProviderUnavailableProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBilling: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        plan: components["schemas"]["HeldPlan"] | null;
                        purchases: components["schemas"]["MyPurchase"][];
                    };
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInvoices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        invoices: components["schemas"]["Invoice"][];
                    };
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description PAYMENT_PROVIDER_UNAVAILABLE */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentProviderUnavailableProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewPlanChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    priceId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        planId: string;
                        name: string;
                        /** @description ISO 4217, in small letters. */
                        currency: string;
                        today: {
                            /** @description What is charged at once. */
                            amount: number;
                            /** @description What is kept for payments to come. */
                            credit: number;
                        };
                        next: {
                            /** @description In the currency's minor unit. */
                            amount: number;
                            /** @description day, week, month, year, or such as "3 months" */
                            interval: string;
                            /** Format: date-time */
                            at: string;
                        };
                        /**
                         * Format: date-time
                         * @description To be sent with the change.
                         */
                        prorationDate: string;
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description PAYMENT_PROVIDER_UNAVAILABLE */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentProviderUnavailableProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    priceId: string;
                    /**
                     * Format: date-time
                     * @description The preview's.
                     */
                    prorationDate: string;
                    /** @description The preview's amount of today. */
                    amount: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subscription: components["schemas"]["Subscription"] | null;
                        confirmUrl: string | null;
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description PAYMENT_DECLINED */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentDeclinedProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description PAYMENT_PROVIDER_UNAVAILABLE */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentProviderUnavailableProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pausePlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subscription: components["schemas"]["Subscription"] | null;
                    };
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description PAYMENT_PROVIDER_UNAVAILABLE */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentProviderUnavailableProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelPlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why, for whoever runs this site. */
                    reason?: string;
                } | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subscription: components["schemas"]["Subscription"] | null;
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description PAYMENT_PROVIDER_UNAVAILABLE */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentProviderUnavailableProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    payAgain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send the browser there. */
                        url: string;
                    };
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description PAYMENT_PROVIDER_UNAVAILABLE */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentProviderUnavailableProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPayments: {
        parameters: {
            query: {
                cursor?: string;
                /** @description As many as someone makes in ten years of months, where none is given. */
                limit: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Newest first. */
                        payments: components["schemas"]["Payment"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumePlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subscription: components["schemas"]["Subscription"] | null;
                    };
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description PAYMENT_DECLINED */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentDeclinedProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description PAYMENT_PROVIDER_UNAVAILABLE */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentProviderUnavailableProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBillingState: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Events stored and not acted on yet. */
                        waiting: number;
                        waitingSince: string | null;
                        /** @description Events given up after many tries. */
                        dead: number;
                        lastEventsRun: components["schemas"]["ReconcileRun"] | null;
                        lastSweep: components["schemas"]["ReconcileRun"] | null;
                    };
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInboxEvents: {
        parameters: {
            query: {
                status?: components["schemas"]["EventStatus"];
                cursor?: string;
                limit: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What came last first. */
                        events: components["schemas"]["InboxEvent"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayInboxEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status: components["schemas"]["EventStatus"];
                        lastError: string | null;
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    syncPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customer: string | null;
                        /** @description What differed from Stripe until now. */
                        changes: string[];
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description PAYMENT_PROVIDER_UNAVAILABLE */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentProviderUnavailableProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStudioPayments: {
        parameters: {
            query: {
                userId?: string;
                cursor?: string;
                limit: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Newest first. */
                        payments: components["schemas"]["StudioPayment"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUnclaimedCustomers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customers: components["schemas"]["UnclaimedCustomer"][];
                    };
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description PAYMENT_PROVIDER_UNAVAILABLE */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentProviderUnavailableProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refundPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Less than all that is left, in the minor unit. */
                    amount?: number;
                    /**
                     * @description Also ends the subscription it was for.
                     * @enum {string}
                     */
                    cancel?: "now" | "period_end";
                } | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudioPayment"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description PAYMENT_PROVIDER_UNAVAILABLE */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentProviderUnavailableProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    joinCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    customerId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customerId: string;
                        /** Format: uuid */
                        userId: string;
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description PAYMENT_PROVIDER_UNAVAILABLE */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentProviderUnavailableProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStudioPlans: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        plans: components["schemas"]["StudioPlan"][];
                    };
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPlan"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudioPlan"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description PAYMENT_PROVIDER_UNAVAILABLE */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentProviderUnavailableProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeStudioPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description Members that are left out stay as they are; prices are given as all there are. */
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    description?: string;
                    /** @description Devices that may play at once. */
                    maxStreams?: number;
                    trialDays?: number;
                    /** @description Plans stand in this order; of several that someone holds the highest counts. */
                    rank?: number;
                    /** @description False: nobody new can have it. */
                    active?: boolean;
                    prices?: components["schemas"]["NewPrice"][];
                    /**
                     * @description Of a price that is replaced: whether those who pay it keep it, or pay the new one from their next period on.
                     * @enum {string}
                     */
                    existing?: "keep" | "move";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudioPlan"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description PAYMENT_PROVIDER_UNAVAILABLE */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentProviderUnavailableProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPromotionCodes: {
        parameters: {
            query: {
                cursor?: string;
                limit: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The newest first. */
                        codes: components["schemas"]["PromotionCode"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description PAYMENT_PROVIDER_UNAVAILABLE */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentProviderUnavailableProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPromotionCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Takes off either a percentage, or an amount in a currency. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPromotionCode"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromotionCode"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description PAYMENT_PROVIDER_UNAVAILABLE */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentProviderUnavailableProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    switchPromotionCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Who has used it keeps what it gave. */
                    active: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromotionCode"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description PAYMENT_PROVIDER_UNAVAILABLE */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentProviderUnavailableProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveStripeEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        received: true;
                    };
                };
            };
            /** @description WEBHOOK_SIGNATURE */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WebhookSignatureProblem"];
                };
            };
            /** @description UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listGrants: {
        parameters: {
            query: {
                cursor?: string;
                limit: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The newest first. */
                        grants: components["schemas"]["Grant"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveGrant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description Either a plan or a film. */
        requestBody: {
            content: {
                "application/json": {
                    planId?: string;
                    /** Format: uuid */
                    videoId?: string;
                    until?: string | null;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeGrant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                grantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explainAccess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                videoId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVideos: {
        parameters: {
            query: {
                /** @description nextCursor of the page before. */
                cursor?: string;
                limit: number;
                /** @description Words of title or description. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        videos: components["schemas"]["Card"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVideo: {
        parameters: {
            query?: {
                /** @description The collection that it is watched in; else its series, else its first one. */
                in?: string;
            };
            header?: never;
            path: {
                idOrSlug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VideoDetails"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSimilar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                idOrSlug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is most like it first, then what is new. */
                        videos: components["schemas"]["Card"][];
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPoster: {
        parameters: {
            query?: {
                /** @description One of the widths in `posterSizes`: that size, in the most compact format that is accepted. Else the whole picture as a JPEG. */
                width?: number;
            };
            header?: never;
            path: {
                idOrSlug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the file in the bucket. */
            302: {
                headers: {
                    /** @description A pre-signed URL. */
                    location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFront: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Front"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCollections: {
        parameters: {
            query: {
                cursor?: string;
                limit: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Those with a film on show, the newest first. */
                        collections: components["schemas"]["CollectionEntry"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCollection: {
        parameters: {
            query: {
                /** @description nextCursor of the page before. */
                cursor?: number;
                limit: number;
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openPreview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of the link, after its #. */
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedPreview"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listContinueWatching: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was watched last first. */
                        videos: components["schemas"]["Card"][];
                    };
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clearHistory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWatchlist: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was added last first. */
                        videos: components["schemas"]["Card"][];
                    };
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addToWatchlist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                videoId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dropFromWatchlist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                videoId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search: {
        parameters: {
            query: {
                /** @description Words, each of which a film has to hold. Capitals and accents do not matter. */
                q: string;
                limit: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchResults"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOEmbed: {
        parameters: {
            query: {
                /** @description Of a film’s page. */
                url: string;
                format: "json" | "xml";
                maxwidth?: number;
                maxheight?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OEmbed"] | string;
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeFilmCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    videoId: string;
                    /** @description Of the page that gets the code. */
                    origin: string;
                };
            };
        };
        responses: {
            /** @description To be exchanged at once, by a page of `origin`. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilmCode"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exchangeFilmCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /**
             * @description Sent as "Authorization: Bearer" it stands for its viewer where one film is concerned:
             *     to open its playback, keep its position, and stop another device in its favour. It ends with the
             *     sign-in that it came from.
             */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilmToken"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMailTexts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        texts: components["schemas"]["MailText"][];
                    };
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMailText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["schemas"]["MailKind"];
            };
            cookie?: never;
        };
        /** @description As MailWording. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMailWording"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailText"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetMailText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["schemas"]["MailKind"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailText"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewMailText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["schemas"]["MailKind"];
            };
            cookie?: never;
        };
        /** @description Plain text, with what is put in between braces: {siteName}. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailWording"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailPreview"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStudioVideos: {
        parameters: {
            query: {
                /** @description Words of title, people, categories and tags. */
                q?: string;
                /** @description `failing`: its newest file could not be used. */
                state?: "draft" | "scheduled" | "published" | "unlisted" | "archived" | "failing";
                /** @description `sale`: to rent, to buy, or in a bundle. `nobody`: there is no way to watch it. */
                access?: "free" | "plan" | "sale" | "nobody";
                collection?: string;
                /** @description `changed`: what an operator changed last comes first. */
                sort?: "newest" | "title" | "changed" | "longest" | "shortest" | "played";
                /** @description nextCursor of the page before. */
                cursor?: string;
                limit: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        videos: components["schemas"]["StudioVideo"][];
                        /** @description Films that fit, on all pages. */
                        total: number;
                        nextCursor: string | null;
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createVideo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudioVideo"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStudioVideo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudioVideo"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteVideo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeVideo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description Members that are left out stay as they are. */
        requestBody: {
            content: {
                "application/json": {
                    slug?: string;
                    description?: string;
                    published?: boolean;
                    visibility?: components["schemas"]["Visibility"];
                    /** @description One that comes back is as it was before. */
                    archived?: boolean;
                    alsoAv1?: boolean | null;
                    publishAt?: string | null;
                    /** @description Whether viewers who have its address are told of publishAt beforehand. */
                    announced?: boolean;
                    /** @description That was read: a change to another is refused with 409. */
                    version?: number;
                    access?: {
                        free?: boolean;
                        planIds?: string[];
                        rent?: components["schemas"]["Rental"] | null;
                        buy?: components["schemas"]["Sale"] | null;
                        teaserSeconds?: number | null;
                    };
                    chapters?: {
                        startSeconds: number;
                        title: string;
                    }[];
                    about?: {
                        year?: number | null;
                        ageRating?: string | null;
                        /** @description Who made it and who is in it, in order. */
                        people?: string[];
                        /** @description Such as documentary. */
                        categories?: string[];
                        /** @description Finer than categories: what it is about. */
                        tags?: string[];
                        /** @description Where it was made. */
                        countries?: string[];
                        /** @description What is spoken in it. */
                        languages?: string[];
                    };
                    title?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudioVideo"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteCaptions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                captionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeVideos: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    videoIds: string[];
                    change: {
                        published?: boolean;
                        visibility?: components["schemas"]["Visibility"];
                        archived?: boolean;
                        access?: {
                            free?: boolean;
                            planIds?: string[];
                        };
                        /** @description Such as documentary. */
                        addCategories?: string[];
                        /** @description Finer than categories: what it is about. */
                        addTags?: string[];
                        /** Format: uuid */
                        addToCollection?: string;
                        /** Format: uuid */
                        takeFromCollection?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Each film, in the order of videoIds. */
                        results: components["schemas"]["BulkResult"][];
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    duplicateVideo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudioVideo"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPreviews: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The newest first. */
                        previews: components["schemas"]["PreviewLink"][];
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makePreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Whom it is for. */
                    note?: string;
                    /** @description The first who opens it is the only one. */
                    forOne?: boolean;
                    /** @default 7 */
                    days: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadePreview"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokePreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                previewId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEncode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudioEncode"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    encodeAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelEncode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    encodeFirst: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    followVideo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["VideoEvent"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStudioCollections: {
        parameters: {
            query: {
                cursor?: string;
                limit: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The newest first. */
                        collections: components["schemas"]["ListedCollection"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCollection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    slug?: string;
                    description?: string;
                    /** @description True: the films become season 1. False: episodes, trailers and extras become one list. */
                    series?: boolean;
                    /** @description In order, each film once. */
                    videoIds?: string[];
                    /** @description Of a series, by their numbers. */
                    seasons?: components["schemas"]["SeasonOfFilms"][];
                    /** @description Of a series, in order. */
                    trailerIds?: string[];
                    /** @description What a series has beside its episodes, in order. */
                    extraIds?: string[];
                    /** @description Plans that open all that is in it, whenever it was put there. */
                    planIds?: string[];
                    title: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudioCollection"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStudioCollection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudioCollection"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteCollection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeCollection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description Members that are left out stay as they are. */
        requestBody: {
            content: {
                "application/json": {
                    slug?: string;
                    description?: string;
                    /** @description True: the films become season 1. False: episodes, trailers and extras become one list. */
                    series?: boolean;
                    /** @description In order, each film once. */
                    videoIds?: string[];
                    /** @description Of a series, by their numbers. */
                    seasons?: components["schemas"]["SeasonOfFilms"][];
                    /** @description Of a series, in order. */
                    trailerIds?: string[];
                    /** @description What a series has beside its episodes, in order. */
                    extraIds?: string[];
                    /** @description Plans that open all that is in it, whenever it was put there. */
                    planIds?: string[];
                    /** @description What was changed: refused if someone has saved since. Left out: not asked. */
                    version?: number;
                    title?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudioCollection"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBundles: {
        parameters: {
            query: {
                cursor?: string;
                limit: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The newest first. */
                        bundles: components["schemas"]["StudioBundle"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createBundle: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description With either `videoIds` or `collectionId`. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBundle"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudioBundle"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeBundle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description Members that are left out stay as they are. */
        requestBody: {
            content: {
                "application/json": {
                    /** @description In the currency's minor unit. */
                    amount?: number;
                    /** @description ISO 4217, in small letters. */
                    currency?: string;
                    /** @description Who buys it has these for good; who has bought it keeps what it was then. */
                    videoIds?: string[];
                    active?: boolean;
                    title?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudioBundle"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query: {
                /** @description Such as "user:<id>" or "video:<id>". */
                subject?: string;
                /** @description Such as "user.role-changed". */
                action?: string;
                /** @description The whole address of who did it. */
                actor?: string;
                from?: string;
                /** @description Not after; the moment itself is left out. */
                until?: string;
                cursor?: string;
                limit: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Newest first. */
                        entries: components["schemas"]["AuditEntry"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAudit: {
        parameters: {
            query: {
                /** @description Such as "user:<id>" or "video:<id>". */
                subject?: string;
                /** @description Such as "user.role-changed". */
                action?: string;
                /** @description The whole address of who did it. */
                actor?: string;
                from?: string;
                /** @description Not after; the moment itself is left out. */
                until?: string;
                format: "csv" | "json";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPeople: {
        parameters: {
            query: {
                /** @description A part of the e-mail address. */
                q?: string;
                /** @description Who has this plan now, paid for or given. */
                planId?: string;
                status?: "active" | "trialing" | "past_due" | "unpaid" | "paused" | "incomplete" | "incomplete_expired" | "canceled";
                /** @description ISO 3166-1, of the billing address. */
                country?: string;
                /** @description Joined on this day or later. */
                since?: string;
                /** @description Who has not begun any film. */
                neverWatched?: true;
                /** @description Whose payment failed or is owed. */
                failing?: true;
                cursor?: string;
                limit: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Newest first. */
                        users: components["schemas"]["PersonRow"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPeopleCountries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Those that people are from. */
                        countries: string[];
                    };
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportPeople: {
        parameters: {
            query?: {
                /** @description A part of the e-mail address. */
                q?: string;
                /** @description Who has this plan now, paid for or given. */
                planId?: string;
                status?: "active" | "trialing" | "past_due" | "unpaid" | "paused" | "incomplete" | "incomplete_expired" | "canceled";
                /** @description ISO 3166-1, of the billing address. */
                country?: string;
                /** @description Joined on this day or later. */
                since?: string;
                /** @description Who has not begun any film. */
                neverWatched?: true;
                /** @description Whose payment failed or is owed. */
                failing?: true;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Newest first. */
                        notes: components["schemas"]["PersonNote"][];
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonNote"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                noteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPersonStory: {
        parameters: {
            query: {
                before?: string;
                limit: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Newest first. */
                        entries: components["schemas"]["StoryEntry"][];
                        before: string | null;
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    role?: components["schemas"]["Role"];
                    /** @description Whether the account is closed. */
                    disabled?: boolean;
                    reason?: string;
                    /** @description On closing: pays back the last payment of each subscription, all of which end. */
                    refund?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importPeople: {
        parameters: {
            query: {
                /** @description With lines that are wrong: leave them out, or do nothing at all. */
                wrong: "leave" | "stop";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedPeople"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStudioFront: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudioFront"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeFront: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FrontChange"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudioFront"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewFront: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FrontDraft"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Front"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOperators: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        operators: components["schemas"]["Operator"][];
                        /** @description Those that can still be accepted. */
                        invitations: components["schemas"]["Invitation"][];
                    };
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inviteOperator: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description An e-mail address, such as ana@films.example. */
                    email: string;
                    role: components["schemas"]["OperatorRole"];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeInvitationBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getState: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseState"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOpening: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opening"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leaveOpeningStep: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    step: components["schemas"]["OpeningStepKey"];
                    left: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opening"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openDoors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opening"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    runChecks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        checks: components["schemas"]["Check"][];
                    };
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    connectStripe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opening"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description PAYMENT_PROVIDER_UNAVAILABLE */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentProviderUnavailableProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startPlayback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                idOrSlug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Made once by the player and kept: the tabs of one device count once. */
                    deviceId: string;
                    /** @description What the device decodes with ease beside H.264: `first` is in it where it can be had. */
                    codecs?: "av1"[];
                    /** @description What the connection carries, in bits per second: `first` is in a rendition that it holds. */
                    bandwidth?: number;
                    /** @description Where play is to begin, in place of where the viewer was: `first` is from there. */
                    startSeconds?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaybackSession"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description PAYMENT_REQUIRED */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["PaymentRequiredProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description TOO_MANY_STREAMS */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyStreamsProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description TOO_MANY_REQUESTS */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyRequestsProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveProgress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                idOrSlug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    positionSeconds: number;
                };
            };
        };
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStreams: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        streams: components["schemas"]["ActiveStream"][];
                    };
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopStream: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getQuality: {
        parameters: {
            query: {
                days: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        since: string;
                        viewings: number;
                        startUpMs: {
                            /** @description From pressing play to the first picture. */
                            p50: number | null;
                            /** @description The same, for the slowest one in twenty. */
                            p95: number | null;
                        };
                        watchedHours: number;
                        /** @description Times that the picture stood still for want of data. */
                        stallsPerHour: number | null;
                        /** @description Of the time that viewers wanted to watch, 0 to 1. */
                        stalledShare: number | null;
                        /** @description Those most often played. */
                        byVideo: {
                            /** Format: uuid */
                            videoId: string;
                            viewings: number;
                            startUpMs: {
                                /** @description From pressing play to the first picture. */
                                p50: number | null;
                                /** @description The same, for the slowest one in twenty. */
                                p95: number | null;
                            };
                            watchedHours: number;
                            /** @description Times that the picture stood still for want of data. */
                            stallsPerHour: number | null;
                            /** @description Of the time that viewers wanted to watch, 0 to 1. */
                            stalledShare: number | null;
                            failed: number;
                            title: string;
                        }[];
                        /** @description Those most often played with. */
                        byDevice: {
                            device: string | null;
                            viewings: number;
                            startUpMs: {
                                /** @description From pressing play to the first picture. */
                                p50: number | null;
                                /** @description The same, for the slowest one in twenty. */
                                p95: number | null;
                            };
                            watchedHours: number;
                            /** @description Times that the picture stood still for want of data. */
                            stallsPerHour: number | null;
                            /** @description Of the time that viewers wanted to watch, 0 to 1. */
                            stalledShare: number | null;
                            /** @description Ended by an error. */
                            failed: number;
                        }[];
                        /** @description The viewings whose viewers waited longest, all in all. */
                        slowest: {
                            /** Format: date-time */
                            at: string;
                            /** Format: uuid */
                            videoId: string;
                            device: string | null;
                            startUpMs: number | null;
                            stallMs: number;
                            errorCode: string | null;
                            title: string;
                        }[];
                        /** @description What ended viewings, the most frequent first. */
                        errors: {
                            code: string;
                            count: number;
                        }[];
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNumbers: {
        parameters: {
            query?: {
                /** @description First day, UTC; thirty days before `to`. */
                from?: string;
                /** @description First day after those, UTC; tomorrow. At most 366 days after `from`. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Numbers"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSummary: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Today since midnight UTC, thirty days with today, and the thirty before those. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Summary"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAudience: {
        parameters: {
            query?: {
                /** @description First day, UTC; thirty days before `to`. */
                from?: string;
                /** @description First day after those, UTC; tomorrow. At most 366 days after `from`. */
                to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Audience"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLive: {
        parameters: {
            query?: {
                userId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Live"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopPlaying: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUploads: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        uploads: components["schemas"]["StudioUpload"][];
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    fileName: string;
                    sizeBytes: number;
                    /** @description As the browser tells it; empty when it does not know. */
                    contentType: string;
                    purpose?: components["schemas"]["Purpose"];
                    /**
                     * @description Each part will come with its SHA-256, which the bucket holds it against.
                     * @enum {string}
                     */
                    checksum?: "sha256";
                    /** @description Of captions, as in BCP 47. */
                    language?: string;
                    label?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        partSizeBytes: number;
                        partCount: number;
                        checksum: "sha256" | null;
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudioUpload"];
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    abortUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signParts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    partNumbers: number[];
                    /** @description In base64, one for each of partNumbers, when the upload has checksums. */
                    sha256?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        parts: components["schemas"]["SignedPart"][];
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    completeUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    parts: {
                        partNumber: number;
                        etag: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        videoId: string;
                        /** @enum {string} */
                        status: "completing" | "completed";
                    };
                };
            };
            /** @description BAD_REQUEST */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["BadRequestProblem"];
                };
            };
            /** @description SIGN_IN_REQUIRED */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["SignInRequiredProblem"];
                };
            };
            /** @description FORBIDDEN, STEP_UP_REQUIRED, ORIGIN_REFUSED */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ForbiddenProblem"] | components["schemas"]["StepUpRequiredProblem"] | components["schemas"]["OriginRefusedProblem"];
                };
            };
            /** @description NOT_FOUND */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotFoundProblem"];
                };
            };
            /** @description CONFLICT */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConflictProblem"];
                };
            };
            /** @description TOO_LARGE */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooLargeProblem"];
                };
            };
            /** @description UNSUPPORTED_MEDIA_TYPE */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
                };
            };
            /** @description ENTITLEMENTS_UNAVAILABLE, UNAVAILABLE */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EntitlementsUnavailableProblem"] | components["schemas"]["UnavailableProblem"];
                };
            };
            /** @description Refused: `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
