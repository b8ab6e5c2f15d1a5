using TantraSmoke.Core.Staff;
using TantraSmoke.Web.Components.Shared;
using TantraSmoke.Web.Texts;

namespace TantraSmoke.Web.Features.Floor;

/// <summary>Tells one open page what somebody else just did. Own changes are told where they are made.</summary>
public sealed class NewsTeller(Toasts toasts)
{
    private long _lastId;
    private long _lastNote;

    /// <summary>What happened before the page was opened is no news.</summary>
    public void Begin(FloorPicture picture)
    {
        _lastId = picture.Recent.Select(change => change.Id).DefaultIfEmpty().Max();
        _lastNote = picture.Notes.Select(note => note.Id).DefaultIfEmpty().Max();
    }

    public void Tell(FloorPicture picture, Actor.Staff me, DashboardTexts texts)
    {
        var catalog = picture.Snapshot.Catalog;
        foreach (var note in picture.Notes.Where(note => note.Id > _lastNote).OrderBy(note => note.Id))
        {
            _lastNote = note.Id;
            if (!note.IsBy(me.StaffId))
                toasts.Say(texts.News(note, catalog, picture.Snapshot.ServiceDay));
        }

        var news = picture.Recent.Where(change => change.Id > _lastId).OrderBy(change => change.Id).ToList();
        if (news.Count == 0)
            return;
        _lastId = news[^1].Id;
        foreach (var change in news.Where(change => !change.IsBy(me.StaffId)))
            toasts.Say(texts.News(change, catalog.TableNames(change.TableIds)));
    }
}
