namespace TantraSmoke.Web.Auth;

/// <summary>Why somebody did not get in, as the sign-in page says it.</summary>
public enum SignInProblem
{
    /// <summary>The link was used, or its time ran out.</summary>
    LinkUsed,

    /// <summary>Nobody on the staff has that e-mail address or Telegram account.</summary>
    Unknown,

    /// <summary>Google has not verified the address.</summary>
    Unverified,

    /// <summary>Not begun in this browser, answered twice, or too late.</summary>
    Stale,

    /// <summary>They changed their mind.</summary>
    Cancelled,

    /// <summary>The other side does not answer as it should.</summary>
    Away,
}
