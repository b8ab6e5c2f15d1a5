using TantraSmoke.Core.Staff;
using TantraSmoke.Web.Components.Shared;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Web.Features.Floor;

/// <summary>Tells one open page what somebody else just did. Own changes are told where they are made.</summary>
public sealed class NewsTeller(Toasts toasts)
{
    private long _lastId;

    /// <summary>What happened before the page was opened is no news.</summary>
    public void Begin(IReadOnlyList<RecentChange> recent) => _lastId = recent.Count == 0 ? 0 : recent.Max(change => change.Id);

    public void Tell(FloorPicture picture, Actor.Staff me, DashboardTexts texts)
    {
        var news = picture.Recent.Where(change => change.Id > _lastId).OrderBy(change => change.Id).ToList();
        if (news.Count == 0)
            return;
        _lastId = news[^1].Id;
        foreach (var change in news.Where(change => !change.IsBy(me.StaffId)))
            toasts.Say(texts.News(change, picture.Snapshot.Catalog.TableNames(change.TableIds)));
    }
}
