using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using TantraSmoke.Core.Data;
using TantraSmoke.Core.Staff;

namespace TantraSmoke.Web.Auth;

/// <summary>Keeps the keys that protect cookies in the venue's database: sessions survive restarts and hold on every replica.</summary>
public sealed class DatabaseKeys(VenueStore store) : IXmlRepository
{
    // The interface is synchronous. Keys are read at start and every few hours, and no thread here has a context to block.
    public IReadOnlyCollection<XElement> GetAllElements() =>
        store.ReadAsync(db => db.DataProtectionKeys.OrderBy(key => key.Id).Select(key => key.Xml).ToListAsync())
            .GetAwaiter().GetResult().ConvertAll(XElement.Parse);

    public void StoreElement(XElement element, string friendlyName) =>
        store.ChangeAsync(
            Actor.System.Instance,
            db =>
            {
                db.DataProtectionKeys.Add(new DataProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
                return db.SaveChangesAsync();
            },
            CancellationToken.None).GetAwaiter().GetResult();
}
