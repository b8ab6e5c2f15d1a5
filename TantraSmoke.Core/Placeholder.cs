namespace TantraSmoke.Core;
internal static class Placeholder;
