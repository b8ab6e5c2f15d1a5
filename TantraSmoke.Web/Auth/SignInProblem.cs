namespace TantraSmoke.Web.Auth;

/// <summary>Why a sign-in was refused, as shown on the sign-in page.</summary>
public enum SignInProblem
{
    /// <summary>The link was used or expired.</summary>
    LinkUsed,

    /// <summary>No staff member has that e-mail address or Telegram account.</summary>
    Unknown,

    /// <summary>Google has not verified the address.</summary>
    Unverified,

    /// <summary>Not started in this browser, repeated or expired.</summary>
    Stale,

    /// <summary>The person cancelled.</summary>
    Cancelled,

    /// <summary>The provider did not respond properly.</summary>
    Away,
}
