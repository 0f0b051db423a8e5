using Ascribe.Dossiers.Review;

namespace Ascribe.Desk.Webhooks;

/// <summary>Where what is new and changed of a saved query is sent.</summary>
/// <param name="Query">The query string of a list of dossiers, without the question mark.</param>
/// <param name="Secret">Signs what is sent; it must be kept as it is.</param>
/// <param name="Clearance">The strictest marking of reports that are told of: that of whoever made it.</param>
internal sealed record Webhook(string Id, Uri Url, string Query, string Secret, Tlp Clearance, string MadeBy, long Made);

/// <summary>Something that is to be sent.</summary>
/// <param name="Tries">How often it was tried.</param>
internal sealed record Delivery(long Id, Webhook To, string Body, int Tries);
