using System.Text;
using Ascribe.Language.Models;

namespace Ascribe.Lab.Muc4;

/// <summary>The last opinion of entities: of each role a forest over <see cref="EntityNumbers"/>. Of places, and of what nobody thinks to have a role, what was said before stands.</summary>
internal sealed class RoleForests
{
    private const int First = (int)IncidentRole.PerpetratorIndividual;
    private const int End = (int)IncidentRole.Place;

    /// <summary>An entity is looked at where the second opinion, or the first of one of its phrases, gives a role more than this.</summary>
    private const float LeastEntity = 0.01f;
    private const float LeastPhrase = 0.03f;

    private readonly ClassRates _rates;
    private readonly Forest[] _forests;

    private RoleForests(ClassRates rates, Forest[] forests) => (_rates, _forests) = (rates, forests);

    /// <param name="opinions">Of each text by classifiers that learnt without it.</param>
    public static RoleForests Train(IReadOnlyList<PreparedText> texts, IReadOnlyList<Opinion> opinions)
    {
        var rates = Folds.Of(texts.Count, train => RatesOf(train.Select(i => texts[i])));
        var (rows, roles) = (new List<float[]>(), new List<int>());
        for (var i = 0; i < texts.Count; i++)
        {
            var numbers = new EntityNumbers(texts[i], opinions[i], rates[i]);
            for (var e = 0; e < texts[i].Entities.Count; e++)
            {
                if (!IsSeen(opinions[i], e)) continue;
                rows.Add(numbers.Of(e));
                roles.Add((int)texts[i].Entities[e].Role);
            }
        }

        var forests = new Forest[End - First];
        Parallel.For(First, End, r => forests[r - First] = Forest.Train(rows, [.. roles.Select(role => role == r)]));
        return new RoleForests(RatesOf(texts), forests);
    }

    private static ClassRates NoRates() => new(IncidentModel.Roles, doubt: 5, prior: 0);

    /// <summary>Of the names that ever had a role.</summary>
    private static ClassRates RatesOf(IEnumerable<PreparedText> texts)
    {
        var rates = NoRates();
        foreach (var text in texts)
        {
            foreach (var entity in text.Entities)
            {
                var (name, head) = (text.NameOf(entity), FeatureHash.Of(text.HeadOf(entity)));
                rates.Add(name, (int)entity.Role);
                if (head != name) rates.Add(head, (int)entity.Role);
            }
        }

        rates.Forget((int)IncidentRole.None);
        return rates;
    }

    private static bool IsSeen(Opinion opinion, int entity) => 1 - opinion.Roles[entity][0] >= LeastEntity || opinion.Mentions[entity][0] >= LeastPhrase;

    /// <summary>The opinion with the roles told anew.</summary>
    public Opinion Judge(PreparedText text, Opinion opinion)
    {
        var numbers = new EntityNumbers(text, opinion, _rates);
        return opinion with { Roles = [.. opinion.Roles.Select((before, e) => IsSeen(opinion, e) ? Roles(numbers.Of(e), before) : before)] };
    }

    private float[] Roles(float[] numbers, float[] before)
    {
        var roles = (float[])before.Clone();
        var sum = before[End];
        for (var r = First; r < End; r++) sum += roles[r] = _forests[r - First].Predict(numbers);
        for (var r = First; r <= End; r++) roles[r] /= Math.Max(1, sum);
        roles[0] = Math.Max(0, 1 - sum);
        return roles;
    }

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        _rates.Write(writer);
        foreach (var forest in _forests) forest.Write(writer);
    }

    /// <exception cref="InvalidDataException">The trees cannot be.</exception>
    /// <exception cref="EndOfStreamException">The weights are cut short.</exception>
    public static RoleForests Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        var rates = NoRates().Read(reader);
        var forests = new Forest[End - First];
        for (var f = 0; f < forests.Length; f++) forests[f] = Forest.Read(reader);
        return new RoleForests(rates, forests);
    }
}
